"""Foreign landmarks become our frames here, and only here."""

from unkink.landmarks.recordings import (
    BadRow,
    Recording,
    UnreadableRecordingError,
    read_recording,
)

__all__ = ["BadRow", "Recording", "UnreadableRecordingError", "read_recording"]
