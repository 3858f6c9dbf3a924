"""The pure core: standard library only; no clock, disk, network or chance."""
