"""A guide in Markdown becomes a part of the page, and nothing of it runs or leads astray."""

from sync.page.views.docs import rendered


def test_tags_in_a_guide_are_words() -> None:
    html = rendered("# Глава\n\n<script>alert(1)</script> <b onclick='x'>б</b>\n")
    assert "<h1>Глава</h1>" in html
    assert "<script" not in html
    assert "<b " not in html


def test_links_between_guides_lead_to_pages_and_others_nowhere() -> None:
    html = rendered(
        "[a](papers.md#x) [b](https://example.ru/y) [c](../Makefile) [d](javascript:alert(1)) ![п](pictures/s.png)"
    )
    assert 'href="/docs/papers"' in html
    assert 'href="https://example.ru/y"' in html
    assert 'href="/docs"' in html
    assert "javascript" not in html.replace("[d](javascript:alert(1))", "")
    assert 'src="/docs/pictures/s.png"' in html


def test_what_is_wide_moves_in_a_box_that_the_keyboard_reaches() -> None:
    html = rendered("| а | б |\n| - | - |\n| 1 | 2 |\n\n```\nкод\n```\n")
    assert html.count('class="box"') == 2
    assert html.count('tabindex="0"') == 2
    assert html.count("<div") == html.count("</div>")
