"""Every rule of arithmetic and dates in the wording of reports on many countries, English and Spanish.

Each statement stands here with a sound and a false word in one place (`<sound|false>`): the sound one must raise no
error or warning of these families, the false one must raise the rule's own code.
"""

# ruff: noqa: E501 -- one statement a line

from __future__ import annotations

import re

import pytest

from checks.examples import reading
from tieout.checks.run import run
from tieout.evidence.corpus import ReadCorpus

STATEMENTS = [
    # A101 change
    ("A101", "en", "In 2023 the oversight body of Kenya received 3,225 complaints, a decrease of <6|16> percent from 3,437 in the previous year."),
    ("A101", "en", "Farmers in Bolivia lost 230,000 hectares in 2022, <13|23> per cent more than the 204,000 of 2021."),
    ("A101", "en", "Zambia recorded 1,153 evictions in 16 towns in 2023, <31|41> percent more than the 883 of 2022."),
    ("A101", "es", "Los juzgados de España recibieron 199.282 denuncias, un <9,46|19,46>% más que las 182.065 del año anterior."),
    ("A101", "es", "Ecuador cerró 2024 con 114 asesinatos de transportistas, un <26|36> % menos que los 154 de 2023."),
    ("A101", "es", "Las denuncias en Guatemala crecieron de 4.510 a 5.412, esto es, un <20|30> %."),
    # A102 multiple
    ("A102", "en", "In Davao, killings rose from 11 in the first half of 2024 to <26|21> in the second half, more than double."),
    ("A102", "en", "The price of a sack of rice in Haiti has more than <doubled|tripled> from $18 to $40 since 2020."),
    ("A102", "es", "La población carcelaria pasó de 39.000 en 2016 a 110.000 en 2023, casi el <triple|cuádruple>."),
    ("A102", "es", "En 2024 la autoridad inició 197 procesos, el <triple|doble> que los 66 de 2023."),
    # A103 share
    ("A103", "en", "Of 84 detainees interviewed in Sudan, 50 (<59.5|69.5> per cent) said they had been beaten."),
    ("A103", "en", "In Kosti, 1,250 inmates were held in a prison built for 500, an occupancy of <250|350> per cent."),
    ("A103", "en", "Women held 82 of 349 seats in the assembly of Kenya, or <23|33> percent."),
    ("A103", "es", "En Honduras hay 19.900 reclusos y la capacidad es de 14.700, lo que supone un hacinamiento del <35|75> %."),
    ("A103", "es", "Chile registró 1.248 víctimas en 2023. La capital concentró 553 casos, el <44|54> % del total."),
    ("A103", "es", "De las 58 víctimas, 16 habían denunciado, el <27,6|37,6>%."),
    # A104 parts and total
    ("A104", "en", "The office monitored 105 cases of recruitment of children in Colombia (68 boys, <37|73> girls)."),
    ("A104", "en", "The coalition documented 152 cases, comprising 130 killings and <22|32> disappearances."),
    ("A104", "en", "The mission in Mali had 13,289 soldiers and <1,920|1,290> police, 15,209 uniformed personnel in all."),
    ("A104", "es", "En Nicaragua permanecían detenidas 121 personas: 102 hombres y <19|29> mujeres."),
    ("A104", "es", "La misión documentó 3.774 víctimas civiles (1.095 muertos y <2.679|2.967> heridos)."),
    ("A104", "es", "El convenio cubre a 238 venezolanos y 23 salvadoreños, un total de <261|281> deportados."),
    # A105 mean
    ("A105", "en", "The average of the three district scores (4.00, 5.00 and 9.00) is <6.00|7.00>."),
    ("A105", "en", "The mean of the four regional rates of Ghana (12.0, 14.0, 16.0 and 18.0) is <15.0|16.4>."),
    ("A105", "es", "El promedio de los tres puntajes (4,00, 5,00 y 9,00) es <6,00|7,00>."),
    ("A105", "es", "Los tres indicadores (3,00, 4,00 y 5,00) tienen un promedio de <4,00|4,60>."),
    # A106 rate
    ("A106", "en", "Fiji has a population of 900,000 and recorded 27 homicides in 2022, a rate of <3.0|5.0> per 100,000."),
    ("A106", "en", "The police of Haiti have 12,500 officers for 11.7 million inhabitants, a ratio of about <1.07|2.07> per 1,000, below the recommended 2.2 per 1,000."),
    ("A106", "es", "Con una población de 900.000 habitantes, Fiyi registró 27 homicidios en 2022, una tasa de <3,0|5,0> por cada 100.000 habitantes."),
    ("A106", "es", "Para una población de 4.833.000 había 996 jueces en 2018, o uno por cada <4.852|531> habitantes."),
    # A107 per day or month
    ("A107", "en", "In 2023 Ecuador recorded 8,008 homicides, or <22|32> a day."),
    ("A107", "en", "In 2022 the registry logged 2,400 complaints, an average of <200|300> per month."),
    ("A107", "es", "En 2022 se cerraron 2.921 organizaciones, lo que equivale a unas <ocho|dieciocho> diarias."),
    ("A107", "es", "En 2015 hubo 6.656 asesinatos, un promedio de <18|28> al día, y la tasa llegó a 106."),
    # A108 conversions
    ("A108", "en", "Families paid 1,000 rupees (10 USD), then 2,000 rupees (20 USD), then 3,000 rupees (30 USD), and at last 5,000 rupees (<50|85> USD)."),
    ("A108", "en", "The fines were 40,000 naira (50 USD), 80,000 naira (100 USD), 120,000 naira (150 USD) and 240,000 naira (<300|500> USD)."),
    ("A108", "es", "Pagaron 1.000 soles (250 EUR), luego 2.000 soles (500 EUR), después 3.000 soles (750 EUR) y al final 4.000 soles (<1.000|1.700> EUR)."),
    ("A108", "es", "Las multas fueron de 100 quetzales (12 USD), 200 quetzales (24 USD), 300 quetzales (36 USD) y 500 quetzales (<60|95> USD)."),
    # A109 rank
    ("A109", "en", "Kenya finished <15th|45th> among 26 states in the survey."),
    ("A109", "en", "In 2022 Zambia had the <third|fifth> highest rate in the region, surpassed only by Angola and Malawi."),
    ("A109", "es", "Bolivia ocupa el puesto <131|151> entre 142 países."),
    ("A109", "es", "En 2022 Chile tuvo la <tercera|quinta> tasa más alta de la región, superado solo por Brasil y Uruguay."),
    # A110 impossible percentages
    ("A110", "en", "Of the 84 people asked in Chad, <59.5|59.2> percent had paid a bribe."),
    ("A110", "en", "Of the 105 verified cases, <63.8|64.4> per cent took place in villages."),
    ("A110", "es", "De las 84 personas encuestadas en Bolivia, el <59,5|59,2> % pagó un soborno."),
    ("A110", "es", "De los 105 casos examinados, el <63,8|64,4> % ocurrió en aldeas."),
    # A111 percents over 100
    ("A111", "en", "Among those held in Mali, <62|72> percent were men and 38 percent were women."),
    ("A111", "en", "Half lived in camps: 55 percent were in rented homes, 35 percent in camps and the remaining <10|20> percent in tents."),
    ("A111", "es", "Entre los detenidos, el <62|72> % eran hombres y el 38 % mujeres."),
    ("A111", "es", "El 55 % vivía en casas alquiladas, el 35 % en campamentos y el <10|20> % restante en carpas."),
    # A112 ranges
    ("A112", "en", "The front in Mali claims <4,000 to 5,000|5,000 to 4,000> fighters."),
    ("A112", "en", "Victims were between <14 and 17|17 and 14> years of age."),
    ("A112", "es", "Las víctimas tenían entre <14 y 17|17 y 14> años de edad."),
    ("A112", "es", "El rescate oscilaba entre <5 y 10|10 y 5> millones de pesos."),
    # A113 limits
    ("A113", "en", "Traffickers charge up to 500 percent of the fare. Half of the migrants pay at least <50|500> percent of the fare."),
    ("A113", "en", "Brokers in Nepal ask for interest of up to 60 percent. Most workers pay at least <20|60> percent interest."),
    ("A113", "es", "Los prestamistas cobran un interés de hasta el 500 por ciento. La mitad de los clientes paga al menos el <50|500> por ciento de interés."),
    ("A113", "es", "Las bandas piden un interés de hasta el 60 %. La mayoría paga al menos el <20|60> % de interés."),
    # A114 percent or points
    ("A114", "en", "Unemployment in Tunisia rose from 15.1 percent in 2021 to 16.4 percent in 2022, an increase of 1.3 <percentage points|percent>."),
    ("A114", "en", "Turnout fell from 54.0 percent to 48.5 percent, a drop of 5.5 <percentage points|percent>."),
    ("A114", "es", "La pobreza en Honduras bajó de 73,6 % en 2021 a 64,1 % en 2022, una caída de 9,5 <puntos porcentuales|%>."),
    ("A114", "es", "El desempleo subió del 8,1 % al 9,4 %, un aumento de 1,3 <puntos porcentuales|%>."),
    # A115 trends
    ("A115", "en", "Police killed <332|312> people in the Philippines in 2023, up slightly from 324 in 2022."),
    ("A115", "en", "The number of camps in Iraq was reduced from <24 to 20|20 to 24>."),
    ("A115", "es", "La tasa de homicidios de Chile bajó de <6,7 a 6,3|6,3 a 6,7> por cada 100.000 habitantes."),
    ("A115", "es", "El número de presos subió de <39.000 a 110.000|110.000 a 39.000>."),
    # A116 durations
    ("A116", "en", "The president of Senegal was elected for a five-year term (<2019-2024|2019-2022>)."),
    ("A116", "en", "The treaty was signed on 3 May 2015. Fighting resumed in May 2023, nearly <eight|eleven> years later."),
    ("A116", "es", "El presidente fue elegido para un período de cinco años (<2019-2024|2019-2022>)."),
    ("A116", "es", "Nació el 3 de mayo de 1990 y fue asesinado el 10 de junio de 2020, a los <30|34> años."),
    # A117 unequal comparisons
    ("A117", "en", "Killings increased 24 percent from 2022 to 2023, a slower pace than the 50 percent from <2021 to 2022|2018 to 2022>."),
    ("A117", "en", "The growth of 8 percent from 2021 to 2022 was faster than the increase of 6 percent from <2020 to 2021|2016 to 2021>."),
    ("A117", "es", "Los homicidios aumentaron 24 % de 2022 a 2023, un ritmo más lento en comparación con el 50 % de <2021 a 2022|2018 a 2022>."),
    ("A117", "es", "El aumento de 8 % entre 2021 y 2022, comparado con el crecimiento de 6 % entre <2020 y 2021|2016 y 2021>, preocupa."),
    # A118 items listed
    ("A118", "en", "The curfew covered <three|four> counties: Turkana, Baringo and Samburu."),
    ("A118", "en", "The coalition has members in <four|five> countries (Ghana, Togo, Benin and Mali)."),
    ("A118", "es", "El toque de queda rige en <tres|cuatro> provincias: Guayas, Manabí y Esmeraldas."),
    ("A118", "es", "La red opera en <cuatro|cinco> países: Chile, Bolivia, Paraguay y Uruguay."),
    # A119 misquoted numbers
    ("A119", "en", "In 2021, the ministry of Nepal recorded 1,286 cases of arson. Few of these <1,286|1,268> cases of arson went to court."),
    ("A119", "en", "In 2022, courts in Uganda heard 4,531 cases of fraud. Most of these <4,531|4,351> cases of fraud were dismissed."),
    ("A119", "es", "En 2021 el ministerio registró 1.286 casos de extorsión. Pocos de esos <1.286|1.268> casos de extorsión llegaron a juicio."),
    ("A119", "es", "En 2022 hubo 4.531 casos de estafa. La mayoría de esos <4.531|4.351> casos de estafa fueron archivados."),
    # D201 impossible dates
    ("D201", "en", "Four camps were closed by <30|31> April 2023."),
    ("D201", "en", "He was sworn in on February <28|30>, 2022."),
    ("D201", "es", "La ley entró en vigor el <30|31> de noviembre de 2022."),
    ("D201", "es", "Fue detenida el <28|30> de febrero de 2023 en Managua."),
    # D202 after the document's date (2 May 2024)
    ("D202", "en", "Police in Ghana registered 4,310 complaints in March <2024|2026>."),
    ("D202", "en", "The army killed 120 people in June <2023|2025> in the north."),
    ("D202", "es", "La policía de Bolivia registró 4.310 denuncias en marzo de <2024|2026>."),
    ("D202", "es", "El ejército mató a 120 personas en junio de <2023|2025> en el norte."),
    # D203 before taking office
    ("D203", "en", "President Banda took office on 7 December 2021. In the capital, President Banda vetoed the bill in <March 2022|March 2021>."),
    ("D203", "en", "President Sow was sworn in on 2 April 2020. In May 2023, protests grew. President Sow signed the decree on <3 June 2020|3 June 2019>."),
    ("D203", "es", "El presidente Rojas asumió el cargo el 7 de diciembre de 2021. En la capital, el presidente Rojas vetó la ley en <marzo de 2022|marzo de 2021>."),
    ("D203", "es", "La presidenta Castro asumió el cargo el 27 de enero de 2022. La presidenta Castro firmó el decreto el <3 de junio de 2022|3 de junio de 2021>."),
    # D204 outside the reference period
    ("D204", "en", "The reference period of this report is from January 2021 to September 2023. Between January and May <2022|2012>, 88 people fled Chad."),
    ("D204", "en", "The reference period for this report is 1 April 2022 to 31 March 2024. Between January and May <2023|2013>, 72 civilians were killed."),
    ("D204", "es", "El período de referencia de este informe va de enero de 2021 a septiembre de 2023. Entre enero y mayo de <2022|2012> huyeron 88 personas."),
    ("D204", "es", "El periodo de referencia del informe es de abril de 2022 a marzo de 2024. Entre enero y mayo de <2023|2013> murieron 72 civiles."),
    # D206 deadlines
    ("D206", "en", "Miners in Ghana wait for papers. The current deadline for their papers is 30 June <2027|2023>."),
    ("D206", "en", "Refugees must register. The current deadline is 31 December <2026|2022>."),
    ("D206", "es", "Los mineros esperan sus papeles. El plazo vigente para inscribirse vence el 30 de junio de <2027|2023>."),
    ("D206", "es", "Los migrantes deben registrarse. El plazo actual es el 31 de diciembre de <2026|2022>."),
]  # fmt: skip


def _codes(text: str, language: str) -> list[str]:
    """Codes of the families that were raised; what is only worth a look counts for the rules that say no more."""
    result = run(ReadCorpus((reading(text, language, country=None),)))
    return [f.rule for f in result.findings if f.rule[0] in "AD" and (f.severity != "info" or f.rule in _INFOS)]


_INFOS = frozenset({"A113", "A117", "A119", "A120"})


def _told(statement: str, which: int) -> str:
    return re.sub(r"<([^|>]*)\|([^>]*)>", lambda found: found[1 + which], statement)


@pytest.mark.parametrize(("code", "language", "statement"), STATEMENTS, ids=[f"{c}-{s[:40]}" for c, _, s in STATEMENTS])
def test_sound_words_raise_nothing(code: str, language: str, statement: str) -> None:
    assert _codes(_told(statement, 0), language) == []


@pytest.mark.parametrize(("code", "language", "statement"), STATEMENTS, ids=[f"{c}-{s[:40]}" for c, _, s in STATEMENTS])
def test_false_words_raise_the_rule(code: str, language: str, statement: str) -> None:
    assert code in _codes(_told(statement, 1), language)


def test_every_rule_has_two_statements_in_each_language() -> None:
    counted = [(code, language) for code, language, _ in STATEMENTS]
    assert {pair for pair in counted if counted.count(pair) < 2} == set()
