"""
The number to call for an ambulance, by country (`docs/evidence.md#emergency-numbers`).

A country is listed only when its number is also an emergency number of that country in Google's
libphonenumber; a test asks it. Everyone else gets 112 and a word of care.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Country:
    """A country, by its two letters, and the number to call there."""

    code: str
    name: str
    number: str


COUNTRIES: Final[tuple[Country, ...]] = (
    Country("AR", "Argentina", "107"),
    Country("AM", "Armenia", "103"),
    Country("AU", "Australia", "000"),
    Country("AT", "Austria", "112"),
    Country("AZ", "Azerbaijan", "103"),
    Country("BH", "Bahrain", "999"),
    Country("BD", "Bangladesh", "999"),
    Country("BY", "Belarus", "103"),
    Country("BE", "Belgium", "112"),
    Country("BA", "Bosnia and Herzegovina", "124"),
    Country("BR", "Brazil", "192"),
    Country("BG", "Bulgaria", "112"),
    Country("CA", "Canada", "911"),
    Country("CL", "Chile", "131"),
    Country("CN", "China", "120"),
    Country("CO", "Colombia", "123"),
    Country("CR", "Costa Rica", "911"),
    Country("HR", "Croatia", "112"),
    Country("CY", "Cyprus", "112"),
    Country("CZ", "Czechia", "112"),
    Country("DK", "Denmark", "112"),
    Country("DO", "Dominican Republic", "911"),
    Country("EC", "Ecuador", "911"),
    Country("EG", "Egypt", "123"),
    Country("EE", "Estonia", "112"),
    Country("FI", "Finland", "112"),
    Country("FR", "France", "112"),
    Country("GE", "Georgia", "112"),
    Country("DE", "Germany", "112"),
    Country("GR", "Greece", "112"),
    Country("HK", "Hong Kong", "999"),
    Country("HU", "Hungary", "112"),
    Country("IS", "Iceland", "112"),
    Country("IN", "India", "112"),
    Country("ID", "Indonesia", "112"),
    Country("IE", "Ireland", "112"),
    Country("IL", "Israel", "101"),
    Country("IT", "Italy", "112"),
    Country("JP", "Japan", "119"),
    Country("JO", "Jordan", "911"),
    Country("KZ", "Kazakhstan", "103"),
    Country("KE", "Kenya", "999"),
    Country("KW", "Kuwait", "112"),
    Country("LV", "Latvia", "112"),
    Country("LI", "Liechtenstein", "144"),
    Country("LT", "Lithuania", "112"),
    Country("LU", "Luxembourg", "112"),
    Country("MY", "Malaysia", "999"),
    Country("MT", "Malta", "112"),
    Country("MX", "Mexico", "911"),
    Country("MD", "Moldova", "112"),
    Country("ME", "Montenegro", "124"),
    Country("NP", "Nepal", "102"),
    Country("NL", "Netherlands", "112"),
    Country("NZ", "New Zealand", "111"),
    Country("MK", "North Macedonia", "194"),
    Country("NO", "Norway", "113"),
    Country("OM", "Oman", "9999"),
    Country("PA", "Panama", "911"),
    Country("PH", "Philippines", "911"),
    Country("PL", "Poland", "112"),
    Country("PT", "Portugal", "112"),
    Country("QA", "Qatar", "999"),
    Country("RO", "Romania", "112"),
    Country("RU", "Russia", "103"),
    Country("SA", "Saudi Arabia", "997"),
    Country("SG", "Singapore", "995"),
    Country("SK", "Slovakia", "112"),
    Country("SI", "Slovenia", "112"),
    Country("ZA", "South Africa", "112"),
    Country("KR", "South Korea", "119"),
    Country("ES", "Spain", "112"),
    Country("SE", "Sweden", "112"),
    Country("CH", "Switzerland", "144"),
    Country("TW", "Taiwan", "119"),
    Country("TH", "Thailand", "1669"),
    Country("TN", "Tunisia", "190"),
    Country("TR", "Türkiye", "112"),
    Country("UA", "Ukraine", "103"),
    Country("AE", "United Arab Emirates", "998"),
    Country("GB", "United Kingdom", "999"),
    Country("US", "United States", "911"),
    Country("UY", "Uruguay", "911"),
    Country("VN", "Vietnam", "115"),
)

NUMBERS: Final = {country.code: country.number for country in COUNTRIES}
