"""Every block of a page's body has its template, style, preview, help text and test."""

from wagtail import blocks
from wagtail.fields import StreamField

from tests.house.source import ROOT
from tests.house.test_pages import page_models

STYLES = ROOT / "core/static/core/css/blocks"
# Blocks that another file or layer styles, and which.
STYLED_ELSEWHERE = {
    "heading": "global.css: headings look the same everywhere",
    "text": "global.css and composition.css: it is plain prose",
}


def body_blocks() -> dict[str, blocks.Block]:
    """Return the blocks that editors are offered in any page's body, by key."""
    found = {}
    for model in page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                found |= field.stream_block.child_blocks
    return found


def what_it_lacks(key: str, block: blocks.Block) -> list[str]:
    """Return, in words, what the house asks of a block and this one has not."""
    app = type(block).__module__.partition(".")[0]
    template = getattr(block.meta, "template", None) or ""
    style = key in STYLED_ELSEWHERE or any(
        (STYLES / f"{name}.css").exists() for name in (key, key.replace("_", "-"))
    )
    checks = {
        f"template {app}/blocks/{key}.html": template == f"{app}/blocks/{key}.html"
        and (ROOT / app / "templates" / template).exists(),
        f"style {key}.css": style,
        "preview value": getattr(block.meta, "preview_value", None) is not None,
        "description": bool(getattr(block.meta, "description", "")),
        f"test tests/{app}/test_{key}_block.py": (
            ROOT / "tests" / app / f"test_{key}_block.py"
        ).exists(),
    }
    return [what for what, there in checks.items() if not there] + fields_without_help(block)


def fields_without_help(block: blocks.Block) -> list[str]:
    """Return the fields of a block that tell an editor nothing about themselves."""
    children = getattr(block, "child_blocks", {})
    return [
        f"help text of {name}"
        for name, child in children.items()
        if not (getattr(child.meta, "help_text", "") or getattr(child, "child_blocks", {}))
        and not getattr(getattr(child, "field", None), "help_text", "")
    ]


def test_every_block_of_a_body_is_complete():
    found = {key: what_it_lacks(key, block) for key, block in body_blocks().items()}
    assert found
    assert {key: lacks for key, lacks in found.items() if lacks} == {}


def test_a_planted_block_without_anything_is_found():
    class PlantedBlock(blocks.StructBlock):
        words = blocks.CharBlock()

        class Meta:
            preview_value = None

    lacks = " ".join(what_it_lacks("planted", PlantedBlock()))
    for what in ("template", "style", "preview value", "description", "test", "help text of words"):
        assert what in lacks
