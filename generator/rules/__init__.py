"""The rules, one fault a file, and the runner that asks each of them once about each record.

Takes a collection and today's date; gives problems. Reads no file and changes no record.
"""

from functools import partial

from generator.rules.actions import made_undated, plan_stale, plans_alone, sustained_unshown
from generator.rules.allowances import allowance_idle, allowance_refused, allowance_unknown
from generator.rules.consent import (
    consent_ended,
    consent_missing,
    consent_review_due,
    consent_scope_short,
    consent_withdrawn,
    named_without_scope,
)
from generator.rules.dates import date_in_future, dates_out_of_order
from generator.rules.evidence import (
    baseline_past_change,
    baseline_short,
    claim_not_carried,
    measure_missing,
    measure_quiet,
    measure_undefined,
    percentage_over_100,
    points_on_one_day,
    points_out_of_order,
    two_point_claim,
)
from generator.rules.images import picture_missing, picture_without_alt
from generator.rules.involvement import (
    co_production_without_patients,
    decision_untold,
    self_report_alone,
    side_missing,
    survey_alone,
)
from generator.rules.learning import (
    domains_too_many,
    headroom_untold,
    priority_missing,
    quick_win_overdressed,
)
from generator.rules.links import (
    address_dead,
    address_malformed,
    address_refused,
    address_taken,
    address_with_space,
    link_broken,
)
from generator.rules.personal_data import (
    age_over_89,
    bank_details,
    birth_date,
    car_registration,
    email_address,
    exact_date_of_patient,
    file_name_personal,
    hospital_number,
    ip_address,
    language_unknown,
    national_insurance_number,
    nhs_number,
    passport_number,
    patient_full_name,
    phone_number,
    postcode,
    register_number,
    street_address,
)
from generator.rules.references import (
    action_adrift,
    alias_taken,
    domain_unknown,
    domains_missing,
    file_left_aside,
    lineage_cycle,
    order_taken,
    pathway_unknown,
    priority_unknown,
    setting_unknown,
    slug_taken,
    story_hidden,
    story_unknown,
    told_twice,
    withdrawn_still_there,
)
from generator.rules.rule import Rule
from generator.rules.runner import check_collection as check_by
from generator.rules.runner import judge_collection as judge_by
from generator.rules.text import (
    acronym_unexplained,
    advice_giving,
    hard_to_read,
    heading_jump,
    html_shown_as_text,
    link_says_nothing,
)

RULES: tuple[Rule, ...] = (
    slug_taken.RULE,
    date_in_future.RULE,
    dates_out_of_order.RULE,
    picture_missing.RULE,
    picture_without_alt.RULE,
    domain_unknown.RULE,
    setting_unknown.RULE,
    pathway_unknown.RULE,
    priority_unknown.RULE,
    story_unknown.RULE,
    lineage_cycle.RULE,
    alias_taken.RULE,
    withdrawn_still_there.RULE,
    link_broken.RULE,
    action_adrift.RULE,
    address_with_space.RULE,
    address_refused.RULE,
    address_taken.RULE,
    address_malformed.RULE,
    address_dead.RULE,
    consent_missing.RULE,
    consent_ended.RULE,
    consent_withdrawn.RULE,
    consent_review_due.RULE,
    consent_scope_short.RULE,
    named_without_scope.RULE,
    nhs_number.RULE,
    national_insurance_number.RULE,
    phone_number.RULE,
    email_address.RULE,
    postcode.RULE,
    birth_date.RULE,
    exact_date_of_patient.RULE,
    age_over_89.RULE,
    patient_full_name.RULE,
    file_name_personal.RULE,
    hospital_number.RULE,
    street_address.RULE,
    bank_details.RULE,
    car_registration.RULE,
    passport_number.RULE,
    register_number.RULE,
    ip_address.RULE,
    language_unknown.RULE,
    file_left_aside.RULE,
    story_hidden.RULE,
    told_twice.RULE,
    order_taken.RULE,
    domains_missing.RULE,
    measure_missing.RULE,
    claim_not_carried.RULE,
    measure_undefined.RULE,
    baseline_short.RULE,
    baseline_past_change.RULE,
    two_point_claim.RULE,
    measure_quiet.RULE,
    points_out_of_order.RULE,
    points_on_one_day.RULE,
    percentage_over_100.RULE,
    side_missing.RULE,
    survey_alone.RULE,
    headroom_untold.RULE,
    quick_win_overdressed.RULE,
    priority_missing.RULE,
    domains_too_many.RULE,
    plans_alone.RULE,
    plan_stale.RULE,
    made_undated.RULE,
    sustained_unshown.RULE,
    decision_untold.RULE,
    co_production_without_patients.RULE,
    self_report_alone.RULE,
    advice_giving.RULE,
    hard_to_read.RULE,
    link_says_nothing.RULE,
    heading_jump.RULE,
    acronym_unexplained.RULE,
    html_shown_as_text.RULE,
    allowance_unknown.RULE,
    allowance_refused.RULE,
    allowance_idle.RULE,
)

# A rule that a site has switched off is a rule that an allowance may name.
check_collection = partial(check_by, known=RULES)
judge_collection = partial(judge_by, known=RULES)

__all__ = ["RULES", "Rule", "check_collection", "judge_collection"]
