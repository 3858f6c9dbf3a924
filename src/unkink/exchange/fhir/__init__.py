"""
The record as HL7 FHIR R4 resources in one bundle, for clinics and their systems.

Numbers are sent as numbers, in codes that were looked up; where no code is known for sure, in a
code system of our own that comes with the bundle. No picture is in it, for none is ever kept.
"""

from unkink.exchange.fhir.bundle import write_bundle
from unkink.exchange.fhir.leaving_out import left_out

__all__ = ["left_out", "write_bundle"]
