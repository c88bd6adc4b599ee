"""The register: every rule there is, in order of its code. A code is never used again for anything else."""

from __future__ import annotations

from functools import cache

from tieout.checks.rule import Rule
from tieout.checks.rules import (
    a101_change_mismatch,
    a102_multiple_mismatch,
    a103_share_mismatch,
    a104_parts_do_not_sum,
    a105_mean_mismatch,
    a106_rate_mismatch,
    a107_per_time_mismatch,
    a108_conversion_outlier,
    a109_rank_mismatch,
    a110_impossible_percentage,
    a111_percents_over_100,
    a112_range_reversed,
    a113_limit_conflict,
    a114_percent_or_points,
    a115_trend_mismatch,
    a116_duration_mismatch,
    a117_unequal_comparison,
    a118_item_count_mismatch,
    a119_misquoted_number,
    a120_loose_words,
    c301_text_lost,
    c302_mark_without_note,
    c303_duplicate_citation,
    c304_undated_source,
    c305_old_source_as_current,
    c306_two_dates,
    c307_two_titles,
    c308_link_mismatch,
    c309_section_without_sources,
    c310_plural_attribution,
    c311_one_origin,
    c312_relay_as_origin,
    c313_one_publisher,
    c314_gap_without_topic,
    c315_oral_sources,
    c316_unfinished_note,
    c320_number_against_title,
    c321_scope_against_title,
    c322_name_against_title,
    c323_hedge_against_title,
    c330_edited_number,
    c351_claim_differs,
    c352_quotation_altered,
    c353_claim_widened,
    c354_not_in_source,
    c355_unknown_citation,
    d201_impossible_date,
    d202_after_document_date,
    d203_before_taking_office,
    d204_outside_reference_period,
    d205_period_after_its_source,
    d206_stale_deadline,
    g601_place_in_wrong_unit,
    g602_unit_against_caption,
    i701_score_off_scale,
    i702_aggregate_mismatch,
    i703_rank_beyond,
    i704_index_change_mismatch,
    i705_not_in_the_scores,
    n401_spelt_two_ways,
    n402_abbreviation_not_listed,
    n403_abbreviation_unused,
    p901_protected_name,
    p902_identifying_detail,
    s501_unanswered_terms,
    s502_reference_to_nothing,
    s503_summary_against_body,
    s504_caption_kind,
    u001_unused_silence,
    u002_faulty_silence,
    x801_table_mismatch,
    x802_sources_disagree,
    x803_one_original_behind_several,
    x810_group_contradiction,
)
from tieout.errors import UsageError


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in order of their codes."""
    modules = (
        a101_change_mismatch, a102_multiple_mismatch, a103_share_mismatch, a104_parts_do_not_sum, a105_mean_mismatch,
        a106_rate_mismatch, a107_per_time_mismatch, a108_conversion_outlier, a109_rank_mismatch,
        a110_impossible_percentage, a111_percents_over_100, a112_range_reversed, a113_limit_conflict,
        a114_percent_or_points, a115_trend_mismatch, a116_duration_mismatch, a117_unequal_comparison,
        a118_item_count_mismatch, a119_misquoted_number, a120_loose_words, c301_text_lost, c302_mark_without_note,
        c303_duplicate_citation, c304_undated_source, c305_old_source_as_current, c306_two_dates, c307_two_titles,
        c308_link_mismatch, c309_section_without_sources, c310_plural_attribution, c311_one_origin,
        c312_relay_as_origin, c313_one_publisher, c314_gap_without_topic, c315_oral_sources, c316_unfinished_note,
        c320_number_against_title, c321_scope_against_title, c322_name_against_title, c323_hedge_against_title,
        c330_edited_number, c351_claim_differs, c352_quotation_altered, c353_claim_widened, c354_not_in_source,
        c355_unknown_citation,
        d201_impossible_date, d202_after_document_date, d203_before_taking_office, d204_outside_reference_period,
        d205_period_after_its_source, d206_stale_deadline, g601_place_in_wrong_unit, g602_unit_against_caption,
        i701_score_off_scale, i702_aggregate_mismatch, i703_rank_beyond, i704_index_change_mismatch,
        i705_not_in_the_scores, n401_spelt_two_ways, n402_abbreviation_not_listed, n403_abbreviation_unused,
        p901_protected_name, p902_identifying_detail,
        s501_unanswered_terms, s502_reference_to_nothing, s503_summary_against_body, s504_caption_kind,
        u001_unused_silence, u002_faulty_silence, x801_table_mismatch,
        x802_sources_disagree, x803_one_original_behind_several, x810_group_contradiction,
    )  # fmt: skip
    return tuple(module.check for module in modules)


def rule_of(code: str) -> Rule:
    """The rule with this code or name. UsageError when there is none."""
    for rule in rules():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise UsageError(f"no rule {code!r}; `tieout rules` lists them")
