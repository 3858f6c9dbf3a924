"""The pose model's bundle, as built into the package."""

from __future__ import annotations

import hashlib
import zipfile
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
from flatbuffers import util

from unkink.landmarks.pose_model import BUNDLE, import_mediapipe

SCHEMAS = "mediapipe.tasks.metadata"


@pytest.fixture(scope="module")
def model_schema() -> Any:
    """Read models as MediaPipe does."""
    import_mediapipe()
    return import_module(f"{SCHEMAS}.schema_py_generated")


@pytest.fixture(scope="module")
def note_schema() -> Any:
    """Read notes as MediaPipe does."""
    import_mediapipe()
    return import_module(f"{SCHEMAS}.metadata_schema_py_generated")


@pytest.fixture(scope="module")
def bundle() -> zipfile.ZipFile:
    """Open the bundle that the build put into the package."""
    return zipfile.ZipFile(BytesIO(BUNDLE.read_bytes()))


def test_the_bundle_is_the_same_wherever_it_is_built() -> None:
    """Page and command line look with the very same eyes, on every machine."""
    assert (
        "5b046e3bc58ccf90f0c2994077900120b26ee462241becf9e2e9d79cddd4dd0b"
        == hashlib.sha256(BUNDLE.read_bytes()).hexdigest()
    )


def test_both_models_are_stored_unpacked(bundle: zipfile.ZipFile) -> None:
    """MediaPipe maps the models straight out of the file."""
    assert {
        "pose_detector.tflite": zipfile.ZIP_STORED,
        "pose_landmarks_detector.tflite": zipfile.ZIP_STORED,
    } == {entry.filename: entry.compress_type for entry in bundle.infolist()}


@pytest.mark.parametrize(
    ("name", "normalization"),
    [
        ("pose_detector.tflite", ([127.5], [127.5])),
        ("pose_landmarks_detector.tflite", ([0.0], [255.0])),
    ],
)
def test_each_model_says_how_a_picture_is_fed_to_it(
    bundle: zipfile.ZipFile,
    model_schema: Any,
    note_schema: Any,
    name: str,
    normalization: tuple[list[float], list[float]],
) -> None:
    """MediaPipe's own reader finds our note in each model."""
    content = bundle.read(name)
    model = model_schema.ModelT.InitFromObj(model_schema.Model.GetRootAsModel(content, 0))

    assert b"TFL3" == util.GetBufferIdentifier(content, 0)
    assert normalization == _normalization(_note(model), note_schema)


def test_the_weights_stay_where_fast_readers_expect_them(
    bundle: zipfile.ZipFile, model_schema: Any
) -> None:
    """Every weight starts at a multiple of sixteen bytes, as in the published models."""
    for entry in bundle.infolist():
        model = model_schema.Model.GetRootAsModel(bundle.read(entry), 0)
        buffers = [model.Buffers(i) for i in range(model.BuffersLength())]
        starts = {b._tab.Vector(b._tab.Offset(4)) % 16 for b in buffers if b.DataLength()}

        assert {0} == starts


def _note(model: Any) -> bytes:
    (index,) = [entry.buffer for entry in model.metadata if entry.name == b"TFLITE_METADATA"]
    return bytes(model.buffers[index].data)


def _normalization(note: bytes, schema: Any) -> tuple[list[float], list[float]]:
    root = schema.ModelMetadata.GetRootAsModelMetadata(note, 0)
    (subgraph,) = schema.ModelMetadataT.InitFromObj(root).subgraphMetadata
    (tensor,) = subgraph.inputTensorMetadata
    (unit,) = tensor.processUnits
    return [float(x) for x in unit.options.mean], [float(x) for x in unit.options.std]
