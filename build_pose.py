"""
Make the pose model's bundle: the published weights, and beside them what their reader asks for.

MediaPipe Tasks wants one zip of two TFLite models, and in each a note on how a picture's 0..255
become the model's input. npm's `@mediapipe/pose` has both models, without that note. A TFLite
file is a FlatBuffer: its tables point forwards, by relative offsets. So the published bytes stay
as they are, as the tail of a new file whose root refers into them and to the note before them.

Field numbers are those of TensorFlow's `schema.fbs` and MediaPipe's `metadata_schema.fbs`.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flatbuffers import Builder, number_types
from flatbuffers.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ALIGNMENT = 16
"""What `schema.fbs` promises to readers of weights: they start at multiples of this."""
_VERSION, _BUFFERS, _METADATA = 0, 4, 6
_KEPT = (1, 2, 3, 5, 7)
"""Operators, subgraphs, description, metadata_buffer and signatures: referred to as they are."""
_OFFSET_BYTES = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A model in the bundle: where its weights are, and how `(value - mean) / std` feeds it."""

    name: str
    published: str
    mean: float
    std: float


# The ranges are those of MediaPipe's own graphs: the detector takes -1..1, the other one 0..1.
# The detector is the whole of what npm calls "packed assets".
PARTS = (
    Part("pose_detector.tflite", "pose_solution_packed_assets.data", mean=127.5, std=127.5),
    Part("pose_landmarks_detector.tflite", "pose_landmark_full.tflite", mean=0.0, std=255.0),
)


def build_bundle(package: Path) -> bytes:
    """Make the bundle from the unpacked npm package, the same bytes every time."""
    bundle = io.BytesIO()
    # Stored, not packed: the reader maps the models out of the file.
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_STORED) as archive:
        for part in PARTS:
            entry = zipfile.ZipInfo(part.name)
            entry.create_system = 3
            published = (package / part.published).read_bytes()
            archive.writestr(entry, with_normalization(published, mean=part.mean, std=part.std))
    return bundle.getvalue()


def with_normalization(model: bytes, *, mean: float, std: float) -> bytes:
    """Add to a TFLite model that it takes `(value - mean) / std` for each of a picture's values."""
    old = _Old(model)
    builder = Builder(len(model) + 4096)
    tail = _bytes(builder, model) - _OFFSET_BYTES
    buffers = [tail - at for at in old.elements(_BUFFERS)]
    metadata = [tail - at for at in old.elements(_METADATA)]
    note = _table(builder, {0: _bytes(builder, _normalization(mean, std))})
    name = builder.CreateString("TFLITE_METADATA")
    builder.StartObject(2)
    builder.PrependUOffsetTRelativeSlot(0, name, 0)
    builder.PrependUint32Slot(1, len(buffers), 0)
    metadata.append(builder.EndObject())
    fields = {field: tail - at for field in _KEPT if (at := old.target(field))}
    fields[_BUFFERS] = _tables(builder, [*buffers, note])
    fields[_METADATA] = _tables(builder, metadata)
    builder.Finish(_table(builder, fields, version=old.version), b"TFL3")
    return bytes(builder.Output())


def _normalization(mean: float, std: float) -> bytes:
    """Make MediaPipe's note (`ModelMetadata`) on the one picture that a model takes."""
    builder = Builder()
    options = {0: _floats(builder, mean), 1: _floats(builder, std)}
    offset = _table(builder, options)
    builder.StartObject(2)
    builder.PrependUint8Slot(0, 1, 0)  # this union's first choice is NormalizationOptions
    builder.PrependUOffsetTRelativeSlot(1, offset, 0)
    unit = builder.EndObject()
    tensor = _table(builder, {4: _tables(builder, [unit])})
    subgraph = _table(builder, {2: _tables(builder, [tensor])})
    builder.Finish(_table(builder, {3: _tables(builder, [subgraph])}), b"M001")
    return bytes(builder.Output())


class _Old:
    """Where things are in a TFLite file, counted in bytes from its beginning."""

    def __init__(self, model: bytes) -> None:
        self._root = Table(bytearray(model), int.from_bytes(model[:_OFFSET_BYTES], "little"))
        self.version = self._root.GetSlot(_vtable(_VERSION), 0, number_types.Uint32Flags)

    def target(self, field: int) -> int:
        """Where a field of the root points to; 0 when it has none."""
        at = self._root.Offset(_vtable(field))
        return self._root.Indirect(self._root.Pos + at) if at else 0

    def elements(self, field: int) -> Sequence[int]:
        """Where each table in a field's list is; nothing when there is no list."""
        at = self._root.Offset(_vtable(field))
        if not at:
            return ()
        start = self._root.Vector(at)
        count = self._root.VectorLen(at)
        return [self._root.Indirect(start + i * _OFFSET_BYTES) for i in range(count)]


def _vtable(field: int) -> int:
    return 4 + 2 * field


def _bytes(builder: Builder, content: bytes) -> int:
    builder.Prep(ALIGNMENT, len(content))
    return int(builder.CreateByteVector(content))


def _floats(builder: Builder, number: float) -> int:
    builder.StartVector(4, 1, 4)
    builder.PrependFloat32(number)
    return int(builder.EndVector())


def _tables(builder: Builder, offsets: Sequence[int]) -> int:
    builder.StartVector(_OFFSET_BYTES, len(offsets), _OFFSET_BYTES)
    for offset in reversed(offsets):
        builder.PrependUOffsetTRelative(offset)
    return int(builder.EndVector())


def _table(builder: Builder, fields: Mapping[int, int], *, version: int = 0) -> int:
    """Write a table that refers to other tables and lists; only the root has a version."""
    builder.StartObject(max(fields) + 1)
    builder.PrependUint32Slot(_VERSION, version, 0)
    for field, offset in fields.items():
        builder.PrependUOffsetTRelativeSlot(field, offset, 0)
    return int(builder.EndObject())
