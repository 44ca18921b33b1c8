"""What the build driver leaves to be published: the right files, and their checksums."""

import hashlib

import build
import published
import pytest


@pytest.fixture
def driven(tmp_path, monkeypatch):
    """Return the build folder of a driver that has no Sphinx: each run is recorded."""
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setattr(build, "SITE", tmp_path / "html")
    monkeypatch.setattr(build, "DOWNLOADS", tmp_path / "html" / "downloads")
    book = {"slug": "shu", "editions": ["zh-Hans", "zh-Hant-TW"]}
    monkeypatch.setattr(build, "settings", lambda: book)
    runs = []

    def run_editions(batches):
        runs.append([job for batch in batches for job in batch])
        for job in runs[-1]:
            variant = f"-{job.paper}" if job.paper != "a5" else ""
            name = {"typst": f"{job.edition}{variant}.pdf", "epub": f"{job.edition}.epub"}
            if job.builder == "html":
                job.out().mkdir(parents=True, exist_ok=True)
                (job.out() / "index.html").touch()
                (job.out() / "sitemap.xml").touch()
            else:
                build.DOWNLOADS.mkdir(parents=True, exist_ok=True)
                made = build.DOWNLOADS / f"shu-{name[job.builder]}"
                made.write_text(f"{job.builder} {len(runs)}", encoding="utf-8")
        return 0

    monkeypatch.setattr(build, "run_editions", run_editions)
    return runs


def listed():
    """Return the names in the list of checksums, each checked against its file."""
    lines = (build.DOWNLOADS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((build.DOWNLOADS / name).read_bytes()).hexdigest() == digest
    return [line.split("  ")[1] for line in lines]


def test_the_checksums_are_those_of_what_lies_there(driven):
    every = ["shu-zh-Hans.epub", "shu-zh-Hans.pdf", "shu-zh-Hant-TW.epub", "shu-zh-Hant-TW.pdf"]
    build.main(["html"])
    assert listed() == every
    build.main(["pdf", "--editions", "zh-Hans"])
    assert listed() == every
    build.main(["html", "--editions", "zh-Hans"])
    assert listed() == every
    assert [path.name for path in build.DOWNLOADS.glob(".*")] == []


def test_each_edition_has_the_checksums_of_all_that_its_page_lists(driven):
    build.main(["html"])
    for place in ("", "zh-tw"):
        (build.SITE / place / "downloads").mkdir(exist_ok=True)
        (build.SITE / place / "downloads" / "words.csv").write_text(place, "utf-8")
        (build.SITE / place / "downloads" / "words.zip").write_text(place, "utf-8")
    build.main(["pdf"])
    for place in ("", "zh-tw"):
        lines = (build.SITE / place / "downloads/SHA256SUMS").read_text("utf-8").splitlines()
        assert [line.split("  ")[1] for line in lines][-3:] == [
            "shu-zh-Hant-TW.pdf", "words.csv", "words.zip",
        ]  # fmt: skip
        assert lines[-1].split("  ")[0] == hashlib.sha256(place.encode()).hexdigest()


def test_a_build_that_fails_leaves_no_wrong_checksum(driven, monkeypatch):
    build.main(["html"])
    (build.DOWNLOADS / "shu-zh-Hans.pdf").write_bytes(b"made before it failed")
    monkeypatch.setattr(build, "run_editions", lambda _: 1)
    assert build.main(["html"]) == 1
    assert "shu-zh-Hans.pdf" in listed()


def test_each_paper_has_a_file_of_its_own(driven):
    build.main(["html", "--editions", "zh-Hans"])
    build.main(["pdf", "--editions", "zh-Hans", "--paper", "a4"])
    assert listed() == ["shu-zh-Hans-a4.pdf", "shu-zh-Hans.epub", "shu-zh-Hans.pdf"]
    build.main(["html", "--editions", "zh-Hans", "--paper", "a5 6in"])
    assert [job[:4:3] for job in driven[-1]] == [
        ("typst", "a5"), ("typst", "6in"), ("epub", "a5"), ("html", "a5"),
    ]  # fmt: skip
    # Nothing renews the A4 file any more: its text would be of another day than the site's.
    assert listed() == ["shu-zh-Hans-6in.pdf", "shu-zh-Hans.epub", "shu-zh-Hans.pdf"]


def test_a_build_of_one_edition_keeps_the_way_to_the_others(driven):
    build.main(["html", "--editions", "zh-Hans"])
    assert {job.editions for job in driven[-1]} == {("zh-Hans",)}
    build.main(["html"])
    build.main(["html", "--editions", "zh-Hans"])
    assert {job.editions for job in driven[-1]} == {("zh-Hans", "zh-Hant-TW")}


def test_files_for_download_are_replaced_only_when_they_differ(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "d" / "a.pdf"
    source.write_bytes(b"1")
    published.put(source, target)
    before = target.stat().st_mtime_ns
    published.put(source, target)
    assert target.stat().st_mtime_ns == before
    source.write_bytes(b"2")
    published.put(source, target)
    assert target.read_bytes() == b"2"
    assert [p.name for p in target.parent.iterdir()] == ["a.pdf"]


def test_files_of_another_book_do_not_stay_among_the_downloads(tmp_path):
    kept = ["html/downloads/shu-zh-Hans.pdf", "html/downloads/slogans.csv", "epub/a/other.txt"]
    gone = ["html/downloads/other-zh-Hans.pdf", "epub/zh-Hans/other-zh-Hans.epub"]
    for name in kept + gone:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    published.remove_other_files(tmp_path, "shu", tuple(build.FOLDERS))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert left == set(kept)


def test_files_of_editions_that_the_book_no_longer_has_are_removed(tmp_path):
    kept = ["html/downloads/shu-zh-Hans.pdf", "typst/zh-Hans/shu-zh-Hans.pdf"]
    kept += ["html/downloads/shu-zh-Hant-TW-vertical.epub", "html/downloads/slogans.csv"]
    gone = ["html/downloads/shu-zh-Hant-HK.pdf", "html/downloads/shu-zh-Hant-HK-vertical.epub"]
    gone += ["typst/zh-Hant-HK/source/book.typ", "epub/zh-Hant-HK/e01.xhtml"]
    for name in kept + gone:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    published.remove_other_files(tmp_path, "shu", ("zh-Hans", "zh-Hant-TW"))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert left == set(kept)


def test_sites_of_editions_that_the_book_no_longer_has_are_removed(tmp_path):
    of_all = "downloads/shu-zh-Hant-TW.pdf"
    names = ["index.html", "essays/e01.html", "zh-tw/index.html", "zh-hk/a/b.html", of_all]
    # The data of the edition at the root, and the list that has their checksums.
    names += ["downloads/slogans.csv", "downloads/SHA256SUMS"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def left():
        return {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}

    published.remove_other_editions(tmp_path, build.FOLDERS)
    assert left() == set(names)
    published.remove_other_editions(tmp_path, ["zh-Hans", "zh-Hant-TW"])
    assert left() == {*names} - {"zh-hk/a/b.html"}
    published.remove_other_editions(tmp_path, ["zh-Hant-TW"])
    assert left() == {"zh-tw/index.html", of_all}
