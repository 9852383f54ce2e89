"""What a reader should never meet fails the test that meets it."""

import pytest

from tests.watching import visits


def meet(browser, site, script: str = "", address: str = "/") -> None:
    """Open an address of the site in a watched browser and run a script there."""
    with visits(browser, site.url) as open_page:
        page = open_page()
        page.goto(address)
        if script:
            page.evaluate(script)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("() => console.log('planted')", "console log: planted"),
        ("() => { document.cookie = 'planted=1'; }", "cookie planted"),
        ("() => { document.body.append(document.createElement('style'));"
         " document.body.lastChild.textContent = 'p { color: red }'; }", "Content Security Policy"),
        ("() => new Promise(done => setTimeout(() => { done(); throw Error('planted'); }))",
         "planted"),
    ],
)  # fmt: skip
def test_a_planted_message_cookie_or_inline_style_is_noticed(browser, site, script, told):
    meet(browser, site)
    with pytest.raises(AssertionError, match=told):
        meet(browser, site, script)


def test_a_planted_request_to_another_site_is_noticed(browser, site):
    elsewhere = site.url.replace("localhost", "127.0.0.1")
    with pytest.raises(AssertionError, match=f"request to {elsewhere}"):
        meet(browser, site, address=f"{elsewhere}/")
