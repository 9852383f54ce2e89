"""Measures pages in a browser: accessibility, sideways scrolling, clipped text, targets, focus.

The scripts below look at every element there is; none knows a class of the site.
"""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
            "best-practice",
        ],
    },
    "resultTypes": ["violations"],
}
# What breaks out of the window, and text that its box cuts off.
OVERFLOW = """() => {
  const root = document.documentElement, found = [];
  const name = e => e.tagName.toLowerCase() + ' “' + e.innerText.trim().slice(0, 40) + '”';
  const inScroller = e => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return true;
    return false;
  };
  if (root.scrollWidth > root.clientWidth + 1)
    found.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} px`);
  for (const e of document.body.querySelectorAll('*')) {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!e.checkVisibility({visibilityProperty: true}) || box.width < 2 || box.height < 2) continue;
    if (box.right > root.clientWidth + 1 && box.left >= 0 && e.innerText && !inScroller(e))
      found.push(`${name(e)} ends at ${Math.round(box.right)} px`);
    const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    const cut = ['hidden', 'clip'];
    if (hasText && (cut.includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1
        || cut.includes(style.overflowY) && e.scrollHeight > e.clientHeight + 2))
      found.push(`${name(e)} is cut off`);
  }
  return found;
}"""
# Links in the run of a sentence may be as small as its words (WCAG 2.5.8).
SMALL_TARGETS = """([least, everywhere]) => {
  const inSentence = e => {
    const p = e.closest('p, li, dd, td, figcaption, blockquote');
    return getComputedStyle(e).display === 'inline' && p
      && p.innerText.trim().length > e.innerText.trim().length + 3;
  };
  const found = [];
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')) {
    if (!e.checkVisibility({visibilityProperty: true})) continue;
    const inNavigation = e.closest('nav, header, footer li, form') || e.matches('button, summary');
    if (!everywhere && !inNavigation) continue;
    const box = e.getBoundingClientRect();
    if (box.width < 2 || box.bottom < 0 || (everywhere && inSentence(e))) continue;
    if (box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5)
      found.push(`“${e.innerText.trim()}” ${Math.round(box.width)} by ${Math.round(box.height)}`);
  }
  return found;
}"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const hit = [[x, y], [box.left + 6, y], [box.right - 6, y], [x, box.top + 6]]
    .map(([x, y]) => document.elementFromPoint(x, y))
    .some(h => h && (h === e || e.contains(h) || h.contains(e) && h !== document.body));
  const stops = window.stops ??= [];
  if (!stops.includes(e)) stops.push(e);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return {place: stops.indexOf(e), words: (e.innerText || e.ariaLabel || e.id).trim(),
    tag: e.localName, outlined, hit, within: box.left >= -1 && box.right <= innerWidth + 1};
}"""
STOPS = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), summary, video[controls], [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true})).length"""
SPACED_TEXT = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }
"""


def violations(page) -> list[str]:
    """Return what axe finds wrong with a page, each with where and why."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:120]}; {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def overflow(page) -> list[str]:
    """Return what makes a page scroll sideways or cuts text off."""
    return page.evaluate(OVERFLOW)


def small_targets(page, least: int, everywhere: bool = True) -> list[str]:
    """Return targets below `least` CSS pixels: all, or those of navigation, forms and buttons."""
    return page.evaluate(SMALL_TARGETS, [least, everywhere])


def space_text(page) -> None:
    """Give text the spacing that some readers choose (WCAG 1.4.12), past the page's policy."""
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [sheet]; }",
        SPACED_TEXT,
    )


def tab_through(page, most: int = 150) -> list[dict]:
    """Press Tab from the top of the page to its end; return each stop, once."""
    stops: list[dict] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            if stops:
                return stops
        elif stop["place"] == len(stops):
            stops.append(stop)
    raise AssertionError(f"After {most} presses of Tab the page has not ended: {stops[-1]}")


def stops_there_are(page) -> int:
    """Return how many elements of a page the keyboard should reach."""
    return page.evaluate(STOPS)
