"""Wagtail's editor, as somebody uses it who writes for the site."""

import re
from dataclasses import dataclass
from typing import Self

from playwright.sync_api import expect

# Wagtail looks at a form two seconds after it came; what was typed by then it takes as given.
NOTE_READY = "document.addEventListener('w-unsaved:watch-edits', () => { window.isReady = true; })"
UNTIL_READY = """() => new Promise(done => {
  window.isReady ? done() : document.addEventListener('w-unsaved:watch-edits', () => done());
})"""


@dataclass(frozen=True)
class Account:
    """Who signs in."""

    name: str
    password: str


class Editor:
    """The editor in a browser. It saves drafts by itself; waits are for what it then says."""

    def __init__(self, page) -> None:
        self.page = page
        page.add_init_script(NOTE_READY)

    def sign_in(self, account: Account) -> Self:
        """Sign in through the form."""
        self.page.goto("/admin/")
        self.page.get_by_role("textbox", name="Username").fill(account.name)
        self.page.get_by_role("textbox", name="Password").fill(account.password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(re.compile(r"/admin/$"))
        return self

    def add_post(self, blog, title: str) -> Self:
        """Open the form for a new post in a blog."""
        return self._open_form(f"/admin/pages/add/blog/blogpage/{blog.pk}/").name_it(title)

    def edit(self, page) -> Self:
        """Open the form of a page of the site."""
        return self._open_form(f"/admin/pages/{page.pk}/edit/")

    def name_it(self, title: str) -> Self:
        """Fill in the title."""
        self.page.get_by_role("textbox", name="Title").first.fill(title)
        return self

    def panel(self, name: str):
        """Return a part of the form, such as "Authors"."""
        return self.page.get_by_role("region", name=name, exact=True)

    def add_author(self, index: str, name: str) -> Self:
        """Choose an author from a list of people."""
        self.panel("Authors").get_by_role("button", name="Add Author").click()
        self._choose(self.panel("Authors"), index, name)
        return self

    def add_block(self, kind: str) -> Self:
        """Add a block at the end of the body."""
        self.panel("Body").get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        return self

    def write(self, words: str) -> Self:
        """Write into the text block that was added last."""
        self.panel("Body").get_by_role("textbox").last.click()
        self.page.keyboard.type(words)
        return self

    def fill_last(self, label: str, words: str) -> Self:
        """Fill in a field of the last block that has one of this name."""
        self.panel("Body").get_by_role("textbox", name=label).last.fill(words)
        return self

    def choose_speaker(self, index: str, name: str) -> Self:
        """Choose who said the words of the last block from a list of people."""
        self._choose(self.panel("Body"), index, name)
        return self

    def choose_picture(self, title: str) -> Self:
        """Choose the picture of the last block."""
        self.panel("Body").get_by_role("button", name="Choose an image").last.click()
        dialogue = self.page.get_by_role("dialog").last
        dialogue.get_by_role("link", name=title).click()
        expect(dialogue).to_be_hidden()
        return self

    def put_under(self, topic: str) -> Self:
        """Tick a topic."""
        self.panel("Topics").get_by_role("checkbox", name=topic).check()
        return self

    def answer(self, readers_need_to_know: bool, note: str = "") -> Self:
        """Say whether readers need to know of the change, and what to tell them."""
        panel = self.panel("The page-updated date")
        panel.get_by_role("radio", name="Yes:" if readers_need_to_know else "No:").check()
        if note:
            panel.get_by_role("textbox", name="What changed").fill(note)
        return self

    def wait_until_saved(self) -> Self:
        """Wait until the draft has been saved by itself."""
        self.page.wait_for_url(re.compile(r"/edit/$"))
        expect(self.page.get_by_role("main").get_by_text("Saved", exact=True)).to_be_visible()
        return self

    def preview(self):
        """Open the preview beside the form and return the page that it shows."""
        self.page.get_by_role("button", name="Toggle preview").click()
        panel = self.page.get_by_role("complementary", name="Preview")
        return panel.frame_locator("iframe").last.get_by_role("main")

    def press_publish(self) -> Self:
        """Press the button; the form then says whether it did."""
        foot = self.page.get_by_role("navigation", name="Actions (footer)")
        foot.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name="Publish", exact=True).click()
        return self

    def publish(self) -> Self:
        """Publish the page, and wait until the editor says so."""
        self.press_publish()
        expect(self.messages.filter(has_text="has been published")).to_be_visible()
        return self

    @property
    def messages(self):
        """Return what the editor says at the top of the page."""
        return self.page.get_by_role("main").get_by_role("status").first.get_by_role("listitem")

    def delete(self, page) -> Self:
        """Delete a page of the site."""
        self.page.goto(f"/admin/pages/{page.pk}/delete/")
        self.page.get_by_role("button", name="Yes, delete it").click()
        expect(self.messages.filter(has_text="deleted")).to_be_visible()
        return self

    def unpublish(self, page) -> Self:
        """Take a page of the site down."""
        self.page.goto(f"/admin/pages/{page.pk}/unpublish/")
        self.page.get_by_role("button", name="Yes, unpublish it").click()
        expect(self.messages.filter(has_text="unpublished")).to_be_visible()
        return self

    def places_to_move_to(self, page) -> list[str]:
        """Return the titles of the pages that may be chosen as a new place for a page."""
        self.page.goto(f"/admin/pages/{page.pk}/move/")
        self.page.get_by_role("main").get_by_role("button", name="Actions").click()
        self.page.get_by_role("button", name="Choose another page").click()
        dialogue = self.page.get_by_role("dialog").last
        first_cells = dialogue.get_by_role("row").filter(has_text="Home page").locator("xpath=..")
        expect(first_cells).to_be_visible()
        cells = [row.get_by_role("cell").first for row in first_cells.get_by_role("row").all()]
        return [cell.inner_text().strip() for cell in cells if cell.get_by_role("link").count()]

    def _open_form(self, address: str) -> Self:
        self.page.goto(address)
        self.page.evaluate(UNTIL_READY)
        return self

    def _choose(self, part, index: str, name: str) -> None:
        part.get_by_role("button", name=re.compile("^Choose a page")).last.click()
        dialogue = self.page.get_by_role("dialog").last
        row = dialogue.get_by_role("row", name=re.compile(f"^{index}"))
        row.get_by_role("link", name="Explore").click()
        dialogue.get_by_role("link", name=name, exact=True).click()
        expect(dialogue).to_be_hidden()
