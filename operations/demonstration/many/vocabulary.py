"""The words that very many posts are made of. The first of each list come most often."""

from operations.demonstration.reading import WORDS, cells, read

_lists = {kind: cells(line) for kind, (line,) in read(WORDS / "vocabulary.txt").head.items()}

GIVEN = _lists["given"]
FAMILIES = [start + end for end in _lists["family ends"] for start in _lists["family starts"]]
PLACES = [f"{start} {end}" for end in _lists["place ends"] for start in _lists["place starts"]]
ORGANISATIONS = _lists["organisations"]
ROLES = _lists["roles"]
WHO = _lists["who"]
THINGS = _lists["things"]
TIMES = _lists["times"]
FEELINGS = _lists["feelings"]
DEEDS = _lists["deeds"]
SUBJECTS = _lists["subjects"]
