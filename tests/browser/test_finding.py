"""Finding an example: search from every page, and the list narrowed by facets."""

import re

from command import SITE
from playwright.sync_api import Page, expect

from generator.build.pipeline import Project, check
from generator.mkdocs_plugin.settings import today_of

NICKNAME = re.compile("/stories/called-by-her-nickname/$")


def _search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.locator("#_q").fill(words)
    expect(page.locator("#_found")).to_have_text(re.compile(r"\bha(s|ve)\b|Nothing"))


def _titles(page: Page) -> list[str]:
    return page.locator(".result__title").all_text_contents()


def test_a_persons_words_find_an_example(page: Page, site_url: str) -> None:
    for words, address in (
        ("nickname", "stories/called-by-her-nickname/"),
        ("nicknam", "stories/called-by-her-nickname/"),
        ("waiting room", "stories/a-way-out-that-is-not-the-waiting-room/"),
        ("the patient’s name", "stories/called-by-her-nickname/"),
        ("the patient's name", "stories/called-by-her-nickname/"),
        ("whiteboards", "stories/what-matters-board/"),
    ):
        page.goto(site_url + "about/")
        _search(page, words)
        links = page.locator(".result__title").evaluate_all("all => all.map((each) => each.href)")
        assert site_url + address in links[:5], (words, links)


def test_a_word_that_staff_use_for_a_place_finds_its_stories(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "A&E")
    assert "The first ten minutes" in _titles(page)


def test_from_the_home_page_to_a_story_in_three_actions_by_keyboard_alone(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    page.keyboard.press("Control+k")
    page.keyboard.type("called by the wrong name")
    expect(page.locator(".result").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/(stories|actions|domains)/[a-z-]+/$"))


def test_keys_pressed_before_the_answer_is_there_are_not_lost(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.type("called by the wrong name")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/(stories|actions|domains)/[a-z-]+/$"))


def test_enter_goes_to_the_first_answer_of_what_was_typed_last(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "zzyzzyva")
    page.locator("#_q").fill("nickname")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/called-by-her-nickname/$"))


def test_a_result_says_what_it_is_and_marks_the_words(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "whiteboard")
    first = page.locator(".result").first
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".result__about")).to_contain_text("Story")
    expect(first.locator(".result__about")).to_contain_text("Naming")


def test_words_that_nothing_has_are_answered(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "zzyzzyva")
    expect(page.locator("#_found")).to_contain_text("Nothing found")
    expect(page.locator("#_untold")).to_contain_text("Not told yet")
    page.get_by_role("link", name="Tell the first story about it").click()
    expect(page).to_have_url(re.compile(r"/tell/\?asked=zzyzzyva$"))
    expect(page.locator("[name=problem]")).to_have_value("zzyzzyva")


def test_a_subject_that_nobody_told_is_not_told_yet_and_the_broader_one_is_named(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    _search(page, "C diff")
    expect(page.locator("#_untold")).to_contain_text("Nobody here has told of “C diff”")
    expect(page.locator(".result__also").first).to_contain_text("part of “infection”")


def test_a_slip_of_a_word_that_only_a_term_has_is_shown_whole(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "dignaty")
    expect(page.locator("#_found")).to_contain_text("Looked for “dignity” (you typed “dignaty”)")


def test_some_of_the_words_are_enough_and_the_count_says_what_it_means(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    _search(page, "whiteboard zzyzzyva")
    assert _titles(page)
    expect(page.locator("#_found")).to_contain_text("have some")


def test_a_slip_finds_the_word_and_the_page_says_what_it_looked_for(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    _search(page, "nicknmae")
    expect(page.locator("#_found")).to_contain_text("Looked for “nickname”")
    expect(page.locator(".result__title").first).to_have_attribute("href", NICKNAME)


def test_other_words_for_a_thing_find_it_and_say_so(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "flashlight")
    expect(page.locator(".result__also").first).to_contain_text("also called “torch”")


def test_a_long_question_is_given_three_reasons_at_most_each_for_words_of_its_own(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    _search(page, "somewhere private for bad news, my wife and her daughter sat behind a curtain")
    reasons = page.locator(".result__also").first.inner_text().split("; ")
    said = {reason.partition(": ")[0] for reason in reasons}
    assert len(said) == len(reasons) == 3
    assert "“behind a curtain”" in said


def test_a_story_and_its_own_actions_are_one_result(page: Page, site_url: str) -> None:
    page.goto(site_url)
    _search(page, "pagers in the waiting room")
    links = page.locator(".result__title, .result__action").evaluate_all(
        "all => all.map(link => link.pathname)"
    )
    assert len(links) == len(set(links))
    expect(page.locator(".result").first.locator(".result__action").first).to_be_visible()


def test_an_empty_box_offers_what_was_told_and_a_result_more_like_it(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    idea = page.locator(".search__idea").first
    words = idea.inner_text()
    idea.click()
    expect(page.locator("#_q")).to_have_value(words)
    title = page.locator(".result__title").first.inner_text()
    page.get_by_role("button", name="More like").first.click()
    expect(page.locator("#_q")).to_have_value(title)


def test_back_from_a_result_finds_the_search_as_it_was(page: Page, site_url: str) -> None:
    page.goto(site_url + "about/")
    _search(page, "waiting room")
    link = page.locator(".result__title").nth(1)
    address = link.get_attribute("href")
    link.click()
    expect(page).to_have_url(address or "")
    page.go_back()
    expect(page.locator("#_q")).to_have_value("waiting room")
    expect(page.locator(f".result__title[href='{address}']")).to_be_focused()


def test_actions_and_quick_wins_are_searched_and_narrowed(page: Page, site_url: str) -> None:
    for place, noun in (("actions/", "action"), ("quick-wins/", "quick win")):
        _open(page, site_url + place)
        all_of_them = _count(page)
        _choose(page, "setting", "ward")
        expect(page.locator("#_count")).not_to_have_text(re.compile(rf"^{all_of_them} "))
        expect(page.locator("#_count")).to_contain_text(noun)
        assert page.locator("#_cards [data-card]").count() == _count(page)
    _open(page, site_url + "actions/?q=torch")
    expect(page.locator("#_cards [data-title]").first).to_contain_text("torch")


def test_on_a_phone_the_filter_counts_and_a_button_shows_the_stories(
    page: Page, site_url: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    _open(page, site_url + "stories/?domain=naming")
    expect(page.locator("#_facets [name=q]")).to_be_visible()
    expect(page.locator(".narrow")).to_have_text("Narrow the list (1)")
    page.locator(".narrow").click()
    show = page.locator(".facets__show")
    expect(show).to_have_text(f"Show {page.locator('#_count').inner_text()}")
    show.click()
    expect(page.locator("#_choices")).to_be_hidden()


def test_where_webassembly_is_switched_off_the_search_is_the_same(
    page: Page, site_url: str
) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(site_url)
    _search(page, "nickname")
    expect(page.locator(".result__title").first).to_have_attribute("href", NICKNAME)


def test_escape_closes_the_search_and_the_slash_is_typed_in_a_box(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "stories/")
    box = page.locator("#_facets [name=q]")
    box.fill("")
    box.press("/")
    assert box.input_value() == "/"
    assert not page.locator("#_search").is_visible()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#_search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#_search")).to_be_hidden()


def test_shards_give_the_counts_and_the_stories_of_one_index(
    page: Page, site_url: str, sharded_url: str
) -> None:
    told = []
    for url in (site_url, sharded_url):
        _open(page, url + "stories/?domain=naming&domain=privacy&sort=evidence")
        counts = page.locator("[data-count]").evaluate_all(
            "all => all.map(each => [each.dataset.count, each.textContent])"
        )
        titles = page.locator("#_cards .card__title").all_text_contents()
        _search(page, "whiteboard")
        told.append((counts, titles, _titles(page)[0]))
    assert told[0] == told[1]
    assert len(told[0][1]) > 3


_SAID = """async words => {
    const index = await import(new URL('../assets/js/index.js', location.href).href);
    const told = {};
    for (const each of words) {
        const { found } = await index.ask(each);
        const pages = await Promise.all(found.map(({ page }) => index.readPage(page)));
        told[each] = pages.map(page => page.url);
    }
    return told;
}"""


def test_shards_find_what_one_index_finds_rare_words_and_guesses_too(
    page: Page, site_url: str, sharded_url: str
) -> None:
    words = [
        "nickname", "nicknames", "nicknam", "whiteboards", "visiting", "visitors", "fridge",
        "pagers", "interpreter", "radiotherapy mask", "waiting room", "nickname whiteboard",
        "the patient’s name", "quietly", "telephoned", "Sundays", "dignity", "nicknamexyz",
        "whitebread", "zzyzzyva", "fridges zzyzzyva", '"waiting room"', "bell", "belligerent",
    ]  # fmt: skip
    told = []
    for url in (site_url, sharded_url):
        page.goto(url + "about/")
        told.append(page.evaluate(_SAID, words))
    assert told[0] == told[1]
    assert sum(1 for urls in told[0].values() if urls) > 15
    assert told[0]["nickname"][0] == "stories/called-by-her-nickname/"


def test_a_search_typed_fast_answers_the_last_words(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    page.locator("#_q").press_sequentially("nickname", delay=1)
    expect(page.locator("#_found")).to_have_text(re.compile("ha(s|ve) your word"))
    expect(page.locator(".result").first).to_contain_text("nickname", ignore_case=True)
    page.locator("#_q").fill("n")
    expect(page.locator(".result")).to_have_count(0)


# The list of stories


def test_the_list_is_as_it_came_until_a_reader_narrows_it(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + "stories/", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]
    _choose(page, "domain", "naming")
    expect(page.locator("#_count")).not_to_have_text("21 stories")
    assert [url for url in asked if "choices" in url]
    assert not [url for url in asked if "postings" in url]
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#_count")).to_have_text("21 stories")
    assert page.locator("#_cards .card").count() == 21


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#_cards[aria-busy=false]").wait_for(state="attached")


def _count(page: Page) -> int:
    return int(re.search(r"\d+", page.locator("#_count").inner_text())[0])  # type: ignore[index]


def _choose(page: Page, key: str, value: str) -> None:
    box = page.locator(f"input[name={key}][value={value}]")
    box.evaluate("box => { box.closest('details').open = true; }")
    box.click()


def _told(page: Page, key: str, value: str) -> int:
    return int(page.locator(f"[data-count='{key}:{value}']").text_content() or "")


def test_counts_are_those_of_the_collection_itself(page: Page, site_url: str) -> None:
    checked = check(Project(SITE), today_of(None))
    _open(page, site_url + "stories/")
    stories = checked.collection.stories
    expect(page.locator("#_count")).to_have_text(f"{len(stories)} stories")
    expect(page.locator("[data-count='setting:ward']")).not_to_have_text("0")
    for domain in checked.collection.domains:
        told = sum(domain.slug in story.domains for story in stories)
        assert _told(page, "domain", domain.slug) == told
    for evidence in ("told", "measured", "signal", "sustained"):
        told = sum(checked.findings.of(story).evidence.value == evidence for story in stories)
        assert _told(page, "evidence", evidence) == told


def test_a_count_says_what_choosing_it_gives(page: Page, site_url: str) -> None:
    _open(page, site_url + "stories/")
    expect(page.locator("[data-count='domain:naming']")).not_to_have_text("0")
    promised = _told(page, "domain", "naming")
    _choose(page, "domain", "naming")
    expect(page.locator("#_count")).to_have_text(re.compile(rf"^{promised} "))
    promised = _told(page, "evidence", "sustained")
    _choose(page, "evidence", "sustained")
    expect(page.locator("#_count")).to_have_text(re.compile(rf"^{promised} "))


def test_choices_are_or_within_a_facet_and_and_across(page: Page, site_url: str) -> None:
    _open(page, site_url + "stories/?domain=naming")
    naming = _count(page)
    _open(page, site_url + "stories/?domain=privacy")
    privacy = _count(page)
    _open(page, site_url + "stories/?domain=naming&domain=privacy")
    either = _count(page)
    assert max(naming, privacy) < either <= naming + privacy
    _open(page, site_url + "stories/?domain=naming&domain=privacy&setting=ward")
    assert 0 < _count(page) < either


def test_the_address_holds_the_state_through_reload_and_back(page: Page, site_url: str) -> None:
    _open(page, site_url + "stories/")
    _choose(page, "domain", "naming")
    expect(page).to_have_url(re.compile(r"\?domain=naming$"))
    _choose(page, "setting", "ward")
    expect(page).to_have_url(re.compile(r"\?domain=naming&setting=ward$"))
    page.locator("select[name=sort]").select_option("evidence")
    expect(page).to_have_url(re.compile(r"sort=evidence$"))
    expect(page.locator("#_count")).to_have_text(re.compile("^1 story"))
    page.reload()
    expect(page.locator("input[name=setting][value=ward]")).to_be_checked()
    expect(page.locator("#_count")).to_have_text(re.compile("^1 story"))
    page.go_back()
    page.go_back()
    expect(page.locator("input[name=setting][value=ward]")).not_to_be_checked()
    expect(page.locator("input[name=domain][value=naming]")).to_be_checked()
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/stories/$"))


def test_the_strongest_evidence_comes_first_when_asked(page: Page, site_url: str) -> None:
    _open(page, site_url + "stories/?sort=evidence")
    labels = page.locator("#_cards .evidence:not(.evidence--worse) > span").all_text_contents()
    order = ["Sustained a year", "Signal of change", "Measured", "No figures yet"]
    ranks = [order.index(label) for label in labels]
    assert len(set(ranks)) == 4
    assert ranks == sorted(ranks)


def test_an_empty_list_offers_the_nearest(page: Page, site_url: str) -> None:
    _open(page, site_url + "stories/?domain=urgency&setting=care-home")
    expect(page.locator("#_none")).to_contain_text("No story has all of these")
    page.get_by_role("button", name=re.compile("Without “Setting”")).click()
    expect(page.locator("#_cards .card").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?domain=urgency$"))


def test_words_narrow_the_list_too(page: Page, site_url: str) -> None:
    _open(page, site_url + "stories/?q=whiteboard")
    titles = page.locator("#_cards .card__title").all_text_contents()
    assert any("whiteboard" in title.lower() for title in titles)
    assert 0 < len(titles) < 21


def test_without_a_script_the_page_is_the_complete_list(chromium: object, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(site_url + "stories/")
    assert page.locator("#_cards .card").count() == 21
    assert not page.locator("#_facets").is_visible()
    page.get_by_role("link", name=re.compile("Search")).click()
    expect(page).to_have_url(site_url + "stories/")
    context.close()
