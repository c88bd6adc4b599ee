"""One table of (marked text, expected ties): each case says why in a comment."""

# ruff: noqa: E501 -- one case a line

from __future__ import annotations

import pytest

from tieout.evidence.passage import passages_of
from tieout.reading.document import Block, Document, Span
from tieout.ties.find import find_ties
from tieout.ties.tie import Tie
from ties.marked import figure, read, ties

UP = "kind=change direction=increase"
DOWN = "kind=change direction=decrease"

CASES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    # change: from–to, compared with, up from; rounding allowed, the rest breaks
    (f"Killings rose from «469» in 2023 to «562» in 2024, up «20 percent|{UP}».", [("change", "holds", None), ("order", "holds", None)]),
    (f"Killings rose from «469» in 2023 to «562» in 2024, up «35 percent|{UP}».", [("change", "breaks", None), ("order", "holds", None)]),
    (f"There were «562» killings, compared with «469» a year earlier, an increase of «20 percent|{UP}».", [("change", "holds", None)]),
    (f"There were «469» killings, down from «562» a year earlier, a fall of «17 percent|{DOWN}».", [("change", "holds", None), ("order", "holds", None)]),
    # a round base stands for what rounds to it: 5,000 may be 4,938
    (f"Complaints rose from «5,000» to «8,000», an increase of «62 percent|{UP}».", [("change", "holds", None), ("order", "holds", None)]),
    # two changes in one sentence: which one belongs to the pair is not said, so nothing breaks
    (f"They rose from «469» to «562», up «20 percent|{UP}», and thefts by «90 percent|{UP}».", [("change", "holds", None), ("order", "holds", None)]),
    # a change of a rate: percentage points and percent are two things
    (f"Poverty rose from «25.9 percent» to «27.5 percent», by «1.6 points|unit=percentage_point {UP}».", [("change", "holds", None), ("order", "holds", None)]),
    (f"Poverty rose from «25.9 percent» to «27.5 percent», by «1.6 percent|{UP}».", [("change", "breaks", None), ("order", "holds", None)]),
    # no base printed: open, never broken
    (f"Extortion reached «8,000» complaints, an increase of «62 percent|{UP}».", [("change", "open", "no_base")]),
    # multiple
    ("Exports «doubled|value=2 unit=fold kind=change direction=increase» from «7,400» to «15,500».", [("multiple", "holds", None)]),
    ("Exports «tripled|value=3 unit=fold kind=change direction=increase» from «7,400» to «15,500».", [("multiple", "breaks", None)]),
    ("Cases «quadrupled|value=4 unit=fold kind=change direction=increase» from «just under 5,000|bound=less_than» to «over 22,000|bound=more_than».", [("multiple", "open", "soft_only")]),
    # kinds of people, one verb for all: more of them than there were breaks, fewer says nothing, and kinds that cross do not add up
    ("Of the «123» victims, «48» were civilians, «62» soldiers and «18» police.", [("total", "breaks", None)]),
    ("Of the «128» victims, «48» were civilians, «62» soldiers and «18» police.", [("total", "holds", None)]),
    ("Of the «100» respondents, «60» were women, «30» farmers and «50» teachers.", []),
    # share
    ("«More than half|value=1/2 unit=share kind=share bound=more_than» of the killings, «1,125» of «2,126», were by hired men.", [("share", "holds", None), ("total", "holds", None)]),
    ("«A third|value=1/3 unit=share kind=share» of the killings, «1,125» of «2,126», were by hired men.", [("share", "breaks", None), ("total", "holds", None)]),
    ("It spends «180», roughly «a quarter|value=1/4 unit=share kind=share bound=about» of the «703» spent elsewhere.", [("share", "holds", None)]),
    # an inferred denominator that reconciles nothing is not mentioned
    ("Of complaints, «37 percent» came from towns, and «412» officers took «9,113» calls.", []),
    # total: equality, bound, exclusive parts
    ("The force has «95,000» members: «60,000» in the army, «25,000» in the navy, and «10,000» in the air force.", [("total", "holds", None)]),
    ("The force has «95,000» members: «60,000» in the army, «25,000» in the navy, and «20,000» in the air force.", [("total", "breaks", None)]),
    ("Police hurt «14» people in the square, including «6» civilians and «5» officers.", [("total", "holds", None)]),
    ("Police hurt «14» people in the square, including «16» children.", [("total", "breaks", None)]),
    ("The court heard «117» cases of attack. Of these cases, «104» were on defenders and «72» on land.", [("total", "holds", None)]),
    ("They held «20» people in the square, including «12» men and «9» women.", [("total", "breaks", None)]),
    ("They held «20» people in the square, including «12» students and «9» women.", [("total", "holds", None)]),
    ("In the north «60» died, in the south «25» and in the east «10», a total of «90».", [("total", "breaks", None)]),
    ("It has «130» members, passed «34» laws and «54» decrees, «88» in total.", [("total", "holds", None)]),
    ("They trained «21» people («11» women and «10» men), out of a total of «70».", [("total", "holds", None)]),
    # one of them is no total
    ("«One|value=1» of them was charged, while «two|value=2» others fled.", []),
    # percentages
    ("Of those held, «72 percent» were men and «38 percent» were women.", [("total", "breaks", None)]),
    ("Unemployment was «72 percent|kind=rate» for men and «38 percent|kind=rate» for women.", []),
    ("Of the victims, «90.6 percent» were women, and «48.1 percent» were minors.", []),
    # mean: an overall rate lies between those of its halves
    ("Poverty was «27.5 percent|measure=poverty» overall. It was «41.1 percent|measure=poverty» in rural areas and «24.1 percent|measure=poverty» in urban areas.", [("mean", "holds", None)]),
    # rate and per time
    ("With «930» killings among «10,200,000|measure=population», the rate was «9.1|unit=per_100k kind=rate».", [("rate", "holds", None)]),
    ("With «930» killings among «10,200,000|measure=population», the rate was «19.1|unit=per_100k kind=rate».", [("rate", "breaks", None)]),
    ("There were «1,398|period=2023-01» complaints in January, or «45|unit=per_day kind=rate» per day.", [("per_time", "holds", None)]),
    ("There were «1,398|period=2023-01» complaints in January, or «60|unit=per_day kind=rate» per day.", [("per_time", "breaks", None)]),
    # 1,398 in a year at 45 a day: the rate is that of a month, so the period may be read too wide
    ("There were «1,398|period=2023» complaints, or «45|unit=per_day kind=rate» per day.", [("per_time", "open", "other_period")]),
    # rank
    ("It ranks «32nd|unit=rank kind=rank of=193» in the world.", [("rank", "holds", None)]),
    ("It ranks «35th|unit=rank kind=rank of=33» in the region.", [("rank", "breaks", None)]),
    ("It has the «fourth highest|value=4 unit=rank kind=rank» rate, surpassed only by Bolivia, Honduras and Guatemala.", [("rank", "holds", None)]),
    ("It has the «fourth highest|value=4 unit=rank kind=rank» rate, surpassed only by Bolivia and Honduras.", [("rank", "breaks", None)]),
    # granularity
    ("Of the «84» killed, most were women («59.2 percent») or girls («37.5 percent»).", [("percent_of_count", "breaks", None)]),
    ("Of the «84» killed, most were women («59.5 percent») or girls («36.9 percent»).", [("percent_of_count", "holds", None)]),
    ("Prosecutors took up «106» complaints. Of the victims, «90.6 percent» were women and «48.1 percent» minors.", [("percent_of_count", "holds", None)]),
    # range
    ("It has «between 1,200 and 250|value=1200 high=250» members.", [("range", "breaks", None)]),
    ("Fines range from «2,000» to «500 soles|unit=PEN kind=money».", [("range", "breaks", None)]),
    ("Fines range from «500» to «2,000 soles|unit=PEN kind=money».", []),
    # a whole list in brackets is a sum, an open one is not
    ("They made «95» raids («40» in Lima, «25» in Callao and «10» in Ica).", [("total", "breaks", None)]),
    ("Three fields made up «90» of the «117» cases: civil («40»), penal («30») and family («20»).", [("total", "holds", None), ("total", "holds", None)]),
    ("They made «95» raids in places such as Lima («40»), Callao («25») and Ica («10»).", []),
    # two digits exchanged in one part: no chance
    ("Of the «1,495» stations, «1,310» were ordinary and «158» special.", [("total", "breaks", None)]),
    ("Of the «1,495» stations, «1,310» were ordinary and «85» special.", []),
    # a pronoun that counts is no part
    ("They hold «one|value=1» of the papers, «64.8 percent» of the «1,490» people.", []),
    # the base is named at the head of the sentence
    ("Of the «1,240» detained, «310» («25 percent») were children.", [("share", "holds", None)]),
    ("Of the «1,240» detained, «410» («25 percent») were children.", [("share", "breaks", None)]),
    ("Of the «57» surveyed, «45.1 percent» had been threatened.", [("percent_of_count", "breaks", None)]),
    # the second share has a whole of its own
    ("They hold «132» of the «779» seats in the north and «a third|value=1/3 unit=share kind=share» of the seats elsewhere.", [("total", "holds", None)]),
    # no part and whole: a noun follows the first number
    ("The school trained «43,782» soldiers of «21» countries.", []),
    ("Centres received «30,688» references out of which «14,239» were settled.", [("total", "holds", None)]),
    # restated: the records say that it is one quantity
    ("We spoke with «125|counting=person period=2023» people. In all, «125|counting=person period=2023» people spoke with us.", [("same", "holds", None)]),
    ("We spoke with «12|counting=person period=2023» people. In all, «12|counting=person period=2023» people spoke with us.", []),
    # limits: the records must say that it is the same thing
    ("They ask interest of «up to 500 percent|bound=at_most measure=interest kind=rate». Half pay «at least 500 percent|bound=at_least measure=interest kind=rate».", [("same", "breaks", None)]),
    ("They ask interest of «up to 500 percent|bound=at_most measure=interest kind=rate». Sales rose «at least 500 percent|bound=at_least measure=sales kind=rate».", []),
    # words of direction
    ("Emigration fell from «104,000» to «200,000».", [("order", "breaks", None)]),
    ("The score was «0.38|unit=score kind=score», below the average of «0.41|unit=score kind=score».", [("order", "holds", None)]),
    ("The score was «0.48|unit=score kind=score», below the average of «0.41|unit=score kind=score».", [("order", "breaks", None)]),
    # said once more in other words
    ("Attacks rose from «94» in 2022 to «141» in 2023, that is, «30 percent|unit=percent kind=share».", [("change", "breaks", None), ("order", "holds", None)]),
    ("Attacks rose from «94» in 2022 to «141» in 2023, that is, «50 percent|unit=percent kind=share».", [("change", "holds", None), ("order", "holds", None)]),
    ("«One in five|value=1/5 unit=share kind=share» women («32 percent|unit=percent kind=share») agreed.", [("share", "breaks", None)]),
    ("«One in five|value=1/5 unit=share kind=share» women («20 percent|unit=percent kind=share») agreed.", [("share", "holds", None)]),
    # a yearly pace is not the whole change
    (f"Poverty went from «44.4 percent|unit=percent» to «41.9 percent|unit=percent», or «0.2 points|unit=percentage_point {DOWN}» a year.", []),
    # one level a multiple of another
    ("It had «12.3 per 100,000|value=12.3 unit=per_100k kind=rate», «more than double|value=2 unit=times kind=other bound=more_than» the rate of «8.1 per 100,000|value=8.1 unit=per_100k kind=rate».", [("multiple", "breaks", None)]),
    # men, women and children are all of them where a colon says so
    ("Gunmen killed «seven|value=7» people: «three|value=3» men, «two|value=2» women and «three|value=3» children.", [("total", "breaks", None)]),
    ("It has «20,000» soldiers and «30,000» officers, «60,000» in total.", [("total", "breaks", None)]),
    ("There were «46» attacks with «171» victims, an average of «5.7» victims per attack.", [("mean", "breaks", None)]),
    ("There were «46» attacks with «171» victims, an average of «3.7» victims per attack.", [("mean", "holds", None)]),
    # a range the wrong way round, and what only looks like one
    ("The camp had «170» to «56» residents.", [("range", "breaks", None)]),
    ("The bill had «70»-«38» votes.", []),
    ("The camp went from «170» to «56» residents.", []),
    # growth compared over unequal times
    ("Thefts grew by «10 percent|unit=percent kind=share» between 2020 and 2021 and by «40 percent|unit=percent kind=share» between 2021 and 2023, a faster pace.", [("change", "open", "unequal_times")]),
    ("Thefts grew by «10 percent|unit=percent kind=share» between 2020 and 2021 and by «40 percent|unit=percent kind=share» between 2021 and 2022, a faster pace.", []),
    # what is done stays done
    ("By 3 January 2021, «900|counting=arrest measure=arrests» arrests had been made; by 3 March 2021, «700|counting=arrest measure=arrests».", [("order", "breaks", None)]),
    ("By 3 January 2021, «900|counting=person measure=people» people had been displaced; by 3 March 2021, «700|counting=person measure=people».", []),
    ("The term of «five years|value=5 unit=years kind=duration» began in 2011 and ended in 2014.", [("duration", "breaks", None)]),
    # duration
    ("She has a «five-year|value=5 unit=years kind=duration» term (2021-2026).", [("duration", "holds", None)]),
    ("She has a «five-year|value=5 unit=years kind=duration» term (2021-2024).", [("duration", "breaks", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_ties_of_a_text(marked: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert sorted(map(short, ties(marked))) == sorted(expected)


SPANISH = [
    (f"Los homicidios subieron de «469» en 2023 a «562» en 2024, un «20 por ciento|unit=percent {UP}» más.", [("change", "holds", None), ("order", "holds", None)]),
    (f"Los homicidios subieron de «469» en 2023 a «562» en 2024, un «35 por ciento|unit=percent {UP}» más.", [("change", "breaks", None), ("order", "holds", None)]),
    ("La fuerza tiene «95,000» miembros: «60,000» en el ejército, «25,000» en la marina y «10,000» en el aire.", [("total", "holds", None)]),
    ("La policía hirió a «14» personas en la plaza, incluidos «16» niños.", [("total", "breaks", None)]),
    ("Hubo «117» casos. De estos casos, «104» fueron en el norte.", [("total", "holds", None)]),
    ("«Casi dos tercios|value=2/3 unit=share kind=share bound=about» de los cuerpos (el «48 %|unit=percent kind=share») aparecieron.", [("share", "breaks", None)]),
    ("La banda tenía de «962» a «320» miembros.", [("range", "breaks", None)]),
    ("El período de «nueve años|value=9 unit=years kind=duration» empezó en 2016 y terminó en 2022.", [("duration", "breaks", None)]),
    ("El Ministerio abrió oficinas en «dos|value=2» regiones en 2021: Nariño, Putumayo y Cauca.", [("total", "breaks", None)]),
    ("Los robos crecieron un «12%|unit=percent kind=share» de 2019 a 2020 y un «69%|unit=percent kind=share» de 2020 a 2022: el crecimiento se aceleró.", [("change", "open", "unequal_times")]),
    ("Fue condenado a un mandato de «cinco años|value=5 unit=years kind=duration» (2021-2026).", [("duration", "holds", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), SPANISH, ids=[text[:60] for text, _ in SPANISH])
def test_ties_of_a_spanish_text(marked: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert sorted(map(short, ties(marked, "es"))) == sorted(expected)


def short(tie: Tie) -> tuple[str, str, str]:
    return tie.kind, tie.verdict, tie.reason  # type: ignore[return-value]


def test_conversions_vote_on_the_rate() -> None:
    pairs = [("150", "37"), ("15,000", "3,700"), ("50,000", "12,334"), ("500", "123"), ("900", "222"), ("300", "74")]
    slips = [("50", "13"), ("200", "50")]
    text = " ".join(
        f"They asked «{a} soles|unit=PEN kind=money» («{b} EUR|unit=EUR kind=money»)." for a, b in pairs + slips
    )
    text += " At times it was «5» («1.24 EUR|unit=EUR kind=money») soles."
    found = [tie for tie in ties(text) if len(tie.members) == 2]
    broken = {tie.members[1].text for tie in found if tie.verdict == "breaks"}
    assert broken == {"50 soles", "200 soles", "5"}
    assert len(found) == 9


def test_two_conversions_are_no_vote() -> None:
    assert ties("It cost «50 soles|unit=PEN kind=money» («13 EUR|unit=EUR kind=money»), then «300 soles|unit=PEN kind=money» («74 EUR|unit=EUR kind=money»).") == []  # fmt: skip


def test_an_index_profile_is_the_mean_of_its_scores() -> None:
    rows = "\n".join(
        f"Market {name}\t«{score}|unit=score kind=score»"
        for name, score in zip("ABCD", ("7.00", "6.50", "4.50", "6.00"), strict=True)
    )
    found = [tie for tie in ties(f"Markets\n\n«6.00|unit=score kind=score»\n\n{rows}") if tie.kind == "mean"]
    assert [(tie.verdict, len(tie.members)) for tie in found] == [("holds", 5)]


def test_members_quote_the_document_and_the_claim_comes_first() -> None:
    marked = f"Killings rose from «469» in 2023 to «562» in 2024, up «20 percent|{UP}»."
    document, _ = read(marked)
    change = next(tie for tie in ties(marked) if tie.kind == "change")
    assert [document.text[m.start : m.end] for m in change.members] == ["20 percent", "469", "562"]
    assert change.computed == "(562 − 469) / 469 = 19.8 percent"
    assert len(change.id) == 10


def test_the_id_of_a_tie_does_not_depend_on_the_run() -> None:
    marked = "They held «20» people in the square, including «12» men and «9» women."
    assert [tie.id for tie in ties(marked)] == [tie.id for tie in ties(marked)]


def test_a_number_is_held_against_the_titles_of_the_works_cited_for_it() -> None:
    text = "Police broke up 117 gangs.1 They held 40 people.\n1 Daily, More than 100 gangs broken up; 40 held, 2023"
    note = text.index("1 Daily")
    blocks = (Block("paragraph", ((0, note - 1),)), Block("note", ((note, len(text)),), label="1"))
    mark = Span("note_mark", text.index("1 They"), text.index("1 They") + 1, label="1")
    document = Document("noted.txt", text, "txt", "0" * 64, "test", blocks, (mark,), language="en")
    figures = [
        figure("117", start=text.index("117")),
        figure("40", start=text.index("40 people")),
        figure("More than 100", start=text.index("More than"), bound="more_than", where="note"),
        figure("40", start=text.index("40 held"), where="note"),
    ]
    found = find_ties(document, "en", passages_of(document, "en"), figures)
    assert [[m.text for m in tie.members] for tie in found] == [["117", "More than 100 gangs"]]
