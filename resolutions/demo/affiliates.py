"""The affiliates of the demo: invented unions in real countries. Any likeness of a name is an accident."""

from datetime import date
from typing import Any, NamedTuple

EUROPE = "Europe"
AFRICA = "Africa"
MENA = "Middle East and North Africa"
ASIA = "Asia and Pacific"
LATIN = "Latin America and Caribbean"
NORTH = "North America"


class Member(NamedTuple):
    """One line of the register, in the order of its columns; sectors and languages are parted by blanks."""

    code: str
    name: str
    acronym: str
    country: str
    region: str
    sectors: str
    languages: str
    members: int
    joined: date
    standing: str = "full"
    protected: bool = False

    @property
    def domain(self) -> str:
        """Where the union's mail goes: a domain that can never exist."""
        return f"{self.code.lower()}.example"

    def row(self) -> dict[str, Any]:
        """The line as an import takes it over."""
        return {
            "code": self.code,
            "name": self.name,
            "acronym": self.acronym,
            "country": self.country,
            "region": self.region,
            "sectors": self.sectors.split(),
            "languages": self.languages.split(),
            "members_paid": self.members,
            "standing": self.standing,
            "protected": self.protected,
            "contact_email": f"office@{self.domain}",
            "joined": self.joined,
        }


FOUNDED = date(2012, 6, 20)
SECOND = date(2016, 10, 5)
THIRD = date(2021, 9, 15)

AFFILIATES: tuple[Member, ...] = (
    Member(
        "SE-NORR", "Norrsken Metal Union", "NMU", "SE", EUROPE, "metal automotive", "en", 214_300, FOUNDED
    ),
    Member(
        "SE-ALVEN", "Papermakers of the Inland Rivers", "PIR", "SE", EUROPE, "paper", "en", 18_400, FOUNDED
    ),
    Member(
        "DE-FEUER",
        "Gewerkschaft Feuer und Form",
        "GFF",
        "DE",
        EUROPE,
        "metal automotive chemicals",
        "de en",
        400_000,
        FOUNDED,
    ),
    Member("DE-WEBER", "Verbund der Weber und Färber", "VWF", "DE", EUROPE, "textile", "de", 12_650, FOUNDED),
    Member(
        "FR-CREUS", "Fédération du Creuset", "FDC", "FR", EUROPE, "chemicals energy", "fr", 45_001, FOUNDED
    ),
    Member(
        "FR-LAINE", "Syndicat des ateliers de la laine", "SAL", "FR", EUROPE, "textile", "fr", 4_200, SECOND
    ),
    Member("GB-CINDR", "Cinder Lane Foundry Workers", "CLFW", "GB", EUROPE, "metal", "en", 61_700, FOUNDED),
    Member("IT-TELAI", "Unione Filo e Telaio", "UFT", "IT", EUROPE, "textile", "en", 22_900, FOUNDED),
    Member("ES-YUNQU", "Unión del Yunque", "UDY", "ES", EUROPE, "metal energy", "es", 38_250, FOUNDED),
    Member("PL-LAMPA", "Związek Czarny Lampion", "ZCL", "PL", EUROPE, "mining energy", "en", 52_800, FOUNDED),
    Member(
        "PL-ISKRA", "Związek Iskra Pod Ziemią", "ZIP", "PL", EUROPE, "mining", "en", 7_900, THIRD, "suspended"
    ),
    Member("BE-VERRE", "Centrale du Verre Clair", "CVC", "BE", EUROPE, "chemicals", "fr", 6_050, FOUNDED),
    Member("TR-KIVIL", "Demir ve Kıvılcım Birliği", "DKB", "TR", EUROPE, "metal", "en", 29_500, SECOND),
    Member("ZA-REEFS", "Deep Reef Mineworkers", "DRM", "ZA", AFRICA, "mining", "en", 182_000, FOUNDED),
    Member("ZA-LOOMS", "Cape Loom and Needle Union", "CLNU", "ZA", AFRICA, "textile", "en", 27_600, FOUNDED),
    Member("GH-LATER", "Red Laterite Miners' Union", "RLMU", "GH", AFRICA, "mining", "en", 15_300, FOUNDED),
    Member(
        "NG-LAMPS",
        "Delta Lamplighters' Union",
        "DLU",
        "NG",
        AFRICA,
        "energy",
        "en",
        33_000,
        SECOND,
        "arrears",
    ),
    Member(
        "ZM-GREEN", "Green Copper Workers' Union", "GCWU", "ZM", AFRICA, "mining metal", "en", 21_700, FOUNDED
    ),
    Member(
        "KE-SISAL", "Sisal and Thread Workers' Union", "STWU", "KE", AFRICA, "textile", "en", 5_400, SECOND
    ),
    Member(
        "SN-POUDR",
        "Syndicat de la Poudre Blanche",
        "SPB",
        "SN",
        AFRICA,
        "mining chemicals",
        "fr",
        3_100,
        SECOND,
    ),
    Member("MA-CEDRE", "Union des Mineurs du Cèdre", "UMC", "MA", MENA, "mining", "fr", 8_800, FOUNDED),
    Member(
        "TN-JASMI",
        "Fédération des fileuses du Jasmin",
        "FFJ",
        "TN",
        MENA,
        "textile",
        "fr",
        11_200,
        SECOND,
        "arrears",
    ),
    Member("JO-TERRA", "Salt Terrace Workers' Union", "STU", "JO", MENA, "chemicals", "en", 2_300, THIRD),
    Member(
        "IN-BLACK", "Black Seam Workers' Federation", "BSWF", "IN", ASIA, "mining", "en", 326_000, FOUNDED
    ),
    Member("IN-INDIG", "Indigo Hands Textile Union", "IHTU", "IN", ASIA, "textile", "en", 48_700, FOUNDED),
    Member(
        "BD-DELTA", "Textile Union of the Seven Deltas", "TUSD", "BD", ASIA, "textile", "en", 19_500, FOUNDED
    ),
    Member(
        "ID-NIKEL", "Serikat Pekerja Nikel Biru", "SPNB", "ID", ASIA, "mining metal", "en", 41_200, FOUNDED
    ),
    Member("JP-HAGAN", "Hagane no Wa Union", "HWU", "JP", ASIA, "metal automotive", "en", 257_000, FOUNDED),
    Member("KR-HANEU", "Haneulbit Chemical Workers", "HCW", "KR", ASIA, "chemicals", "en", 36_400, FOUNDED),
    Member("AU-OPALS", "Opal Range Energy Union", "OREU", "AU", ASIA, "mining energy", "en", 74_900, FOUNDED),
    Member("FJ-LAGUN", "Lagoon Smelters and Fitters", "LSF", "FJ", ASIA, "metal", "en", 300, THIRD),
    Member(
        "MM-SHUTT",
        "Golden Shuttle Workers' Circle",
        "GSWC",
        "MM",
        ASIA,
        "textile",
        "en",
        1_900,
        THIRD,
        protected=True,
    ),
    Member(
        "BR-AUROR", "Sindicato Ferro e Aurora", "SFA", "BR", LATIN, "mining metal", "pt", 168_000, FOUNDED
    ),
    Member("AR-QUEBR", "Unión Quebracho Rojo", "UQR", "AR", LATIN, "chemicals paper", "es", 17_300, FOUNDED),
    Member("CL-NIEBL", "Federación Cobre y Niebla", "FCN", "CL", LATIN, "mining", "es", 23_800, FOUNDED),
    Member("PE-ANDEN", "Sindicato de los Andenes", "SDA", "PE", LATIN, "mining energy", "es", 12_400, SECOND),
    Member("MX-TELAR", "Unión Telar Libre", "UTL", "MX", LATIN, "textile automotive", "es", 31_000, FOUNDED),
    Member(
        "CO-MADRU", "Unión Carbón de Madrugada", "UCM", "CO", LATIN, "mining", "es", 6_700, SECOND, "arrears"
    ),
    Member(
        "CA-TAIGA",
        "Taiga Smelter and Mill Workers",
        "TSMW",
        "CA",
        NORTH,
        "metal paper",
        "en fr",
        66_500,
        FOUNDED,
    ),
    Member(
        "US-RIVET", "Rivet and Loom United", "RLU", "US", NORTH, "automotive textile", "en", 143_000, FOUNDED
    ),
)
