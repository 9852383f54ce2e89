"""Files are found, and read as text whatever they were saved as; others are refused in words."""

import os
import random
from pathlib import Path

import pytest
from django.conf import settings

from editing.importers.reading.files import (
    MOST_BYTES,
    UnreadableFile,
    decode,
    find_files,
    printable,
    read_text,
)

WORDS = "Siân’s lamp – “lit”\n"


@pytest.mark.parametrize(
    ("codec", "spelled"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_a_text_is_decoded_whatever_it_was_saved_as(codec, spelled):
    assert decode(WORDS.encode(codec)) == (WORDS, spelled)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_ending_is_one(ending):
    assert decode(f"one{ending}two".encode())[0] == "one\ntwo"


def test_a_capital_before_a_closing_mark_makes_no_utf8_of_windows_text():
    said = "Café, café, a “CAFÉ” and a naïve café."
    assert decode(said.encode("cp1252")) == (said, "Windows-1252")


def test_a_soft_line_break_parts_words():
    assert decode(b"one\x0btwo")[0].split() == ["one", "two"]


def test_letters_with_loose_accents_become_whole_ones():
    assert decode("Sia\u0302n".encode())[0] == "Si\u00e2n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x00\x01\x02 binary", "not text"),
        (b"\x7fELF" + bytes(range(32)) * 4, "not text"),
        (
            "no mark at all, yet two bytes each".encode("utf-16-le"),
            "UTF-16 without a byte order mark",
        ),
        (b"\xff\xfe\x00", "damaged at byte"),
        ("fine – and then\nnot: ".encode() + b"\xe2\x80", "damaged in line 2"),
        (b"caf\x81", "neither UTF-8 nor UTF-16 nor Windows-1252"),
        (b"\x1b[2J" * 20, "control characters"),
        (random.Random(7).randbytes(4_000), "It is not text"),
        (random.Random(7).randbytes(60), "It is not text"),
        (bytes(range(0x80, 0x100)) * 9, "It is not text"),
        (b"\x89PNG\r\n\x1a\n" + random.Random(8).randbytes(99), "It is not text"),
    ],
)
def test_what_is_no_text_is_refused_in_words(data, why):
    with pytest.raises(UnreadableFile, match=why):
        decode(data)


def test_a_few_control_characters_are_taken_off():
    assert decode(b"a bell \x07 and " + b"a long line of words " * 9)[0].count("\x07") == 0


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n\t ", "empty"),
        ("page.pdf", b"%PDF", r"Only \.txt and \.html"),
        ("large.txt", b"a" * (MOST_BYTES + 1), "2.0 MB large"),
    ],
)
def test_a_file_without_a_page_is_refused_in_words(saved, name, data, why):
    with pytest.raises(UnreadableFile, match=why):
        read_text(saved(data, name))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UnreadableFile, match=r"50\.0 MB large"):
        read_text(path)


def test_what_is_no_ordinary_file_is_never_opened(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(UnreadableFile, match="not an ordinary file"):
        read_text(path)


def test_folders_are_searched_in_order_and_each_file_is_taken_once(saved, tmp_path):
    for name in ("b.txt", "a/two.html", "a/one.htm", ".hidden/x.txt", "a/.x.txt", "notes.pdf"):
        saved("words", name)
    (tmp_path / "again.txt").symlink_to(tmp_path / "b.txt")
    found, problems = find_files([str(tmp_path), str(tmp_path / "b.txt")])
    assert [file.key for file in found] == ["again.txt", "a/one.htm", "a/two.html"]
    assert problems == []


@pytest.mark.parametrize("given", ["nowhere", "a\x00b", "x" * 5000])
def test_a_path_that_can_not_be_read_is_a_problem_in_words(given):
    found, problems = find_files([given])
    assert found == []
    assert len(problems) == 1
    assert problems[0].message.endswith(".")


def test_a_folder_without_pages_is_a_problem(tmp_path):
    assert "No .txt or .html" in find_files([str(tmp_path)])[1][0].message


def test_a_name_that_is_no_utf8_can_be_printed_and_stored(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("words")
    found, _problems = find_files([str(tmp_path)])
    assert found[0].key == printable(path.name) == "caf\ufffd.txt"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "elsewhere.txt").write_text("A secret of this machine.")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "linked.txt").symlink_to(tmp_path / "elsewhere.txt")
    found, problems = find_files([str(folder)])
    assert found == []
    assert "link out of the folder" in problems[0].message
    assert problems[0].name == "linked.txt"


def test_links_of_one_name_out_of_two_folders_are_both_told(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "linked.txt").symlink_to("/etc/hostname")
    _found, problems = find_files([str(tmp_path / "one"), str(tmp_path / "two")])
    assert [problem.name for problem in problems] == ["linked.txt", "linked.txt"]


def test_a_folder_named_twice_is_searched_once_and_its_problems_told_once(saved, tmp_path):
    saved("words", "a.txt")
    (tmp_path / "secret.txt").symlink_to("/etc/hostname")
    (tmp_path / "loop").symlink_to(tmp_path)
    found, problems = find_files([str(tmp_path), f"{tmp_path}/"])
    assert [file.key for file in found] == ["a.txt"]
    assert len(problems) == 1


def test_a_link_to_itself_is_refused_in_words(tmp_path):
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    with pytest.raises(UnreadableFile, match="Too many levels of symbolic links"):
        read_text(path)


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_path_is_refused_and_not_taken_for_this_folder(
    saved, tmp_path, monkeypatch, given
):
    saved("words")
    monkeypatch.chdir(tmp_path)
    found, problems = find_files([given])
    assert found == []
    assert "The path is empty" in problems[0].message


def test_the_sites_own_folder_and_those_around_it_are_refused(monkeypatch):
    monkeypatch.chdir(settings.BASE_DIR)
    for given in (str(settings.BASE_DIR), ".", str(settings.BASE_DIR.parent), "/"):
        found, problems = find_files([given])
        assert found == []
        assert "This is the site’s own folder" in problems[0].message


def test_a_folder_with_a_manage_py_at_its_top_is_refused(saved, tmp_path):
    saved("words")
    saved("import django", "manage.py")
    found, problems = find_files([str(tmp_path)])
    assert found == []
    assert "This is the site’s own folder" in problems[0].message


def test_a_folder_inside_the_sites_own_is_searched():
    found, problems = find_files([str(settings.BASE_DIR / "tests/editing/pages")])
    assert "lanterns-in-fog.txt" in [file.key for file in found]
    assert problems == []


def test_a_folder_that_can_not_be_read_is_told_by_its_place_in_the_one_named(tmp_path):
    here, long = os.open(tmp_path, os.O_RDONLY), "a" * 250
    for _level in range(20):  # Too deep for any path, also for the reader's.
        os.mkdir(long, dir_fd=here)
        below = os.open(long, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    _found, (problem,) = find_files([str(tmp_path)])
    assert problem.name.startswith(f"{long}/{long}")
    assert problem.place.startswith(str(tmp_path))
    assert "can not be read" in problem.message
