"""What goes wrong for a person: one sentence with its place, status 1, nothing touched."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import convert
import pytest
from compilation import decode, output, parse
from compilation.problems import Code, ConversionError

BOOK = "title: 书\nscript: Hans\nsource:\n  file: source.txt\n"
TEXT = "第一篇：学习体会\n学习使人进步，实践出真知。\n张建国\n2011年5月\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "editorial").mkdir()
    return tmp_path


def run(book: Path, *arguments: str) -> int:
    return convert.main(["--book", str(book / "book.yaml"), *arguments])


def pages(book: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(book)): (path.read_bytes(), path.stat().st_mtime_ns)
        for folder in ("essays", "appendix")
        for path in sorted((book / folder).glob("*"))
    }


def refused(book: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Convert, expect a refusal, and give the sentence."""
    before = pages(book)
    capsys.readouterr()
    assert run(book, *arguments) == 1
    out, said = capsys.readouterr()
    assert (out, "Traceback" in said) == ("", False)
    assert len(said.strip().splitlines()) == 1
    assert pages(book) == before
    assert not list(book.glob(".convert-*"))
    return said


def test_a_second_run_writes_nothing(book: Path) -> None:
    assert run(book) == 0
    before = pages(book)
    assert run(book) == 0
    assert pages(book) == before
    assert "essays/e01.md" in before
    assert run(book, "--check") == 0


def test_check_names_a_page_that_was_edited_by_hand(book, capsys) -> None:
    run(book)
    page = book / "essays" / "e01.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n添一笔", encoding="utf-8")
    assert "essays/e01.md" in refused(book, capsys, "--check")


def test_a_chapter_that_is_gone_is_removed_and_other_files_stay(book: Path) -> None:
    (book / "source.txt").write_text(TEXT + "第二篇：又一篇\n正文在这里。\n", encoding="utf-8")
    run(book)
    (book / "essays" / "notes.md").write_text("我的", encoding="utf-8")
    (book / "source.txt").write_text(TEXT, encoding="utf-8")
    run(book)
    assert sorted(p.name for p in (book / "essays").iterdir()) == ["e01.md", "index.md", "notes.md"]


def test_what_stands_before_the_first_chapter_has_a_page_while_it_is_there(book: Path) -> None:
    (book / "source.txt").write_text("来稿照收到的先后编排。\n" + TEXT, encoding="utf-8")
    run(book)
    page = (book / "essays" / "front.md").read_text(encoding="utf-8")
    assert page.endswith("(front-p1)=\n来稿照收到的先后编排。\n")
    assert "front\ne01\n" in (book / "essays" / "index.md").read_text(encoding="utf-8")
    (book / "source.txt").write_text(TEXT, encoding="utf-8")
    assert run(book, "--check") == 1
    run(book)
    assert not (book / "essays" / "front.md").exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.FILE_EMPTY),
        ("　\n \n".encode(), Code.FILE_EMPTY),
        (b"PK\x03\x04" + b"\x00" * 50, Code.BINARY),
        (bytes(range(256)) * 8, Code.BINARY),
        ("第一篇：学习体会。\n".encode() * 30 + "创先争优".encode("gb18030"), Code.UNDECODABLE),
        ("党员".encode("utf-16")[:-1], Code.UNDECODABLE),
    ],
)
def test_sources_that_are_refused(book, capsys, data, code) -> None:
    run(book)
    (book / "source.txt").write_bytes(data)
    said = refused(book, capsys)
    assert f"[{code}]" in said
    assert "source.txt" in said


def test_a_bad_byte_is_named_with_offset_and_line(book, capsys) -> None:
    data = "第一行\n第二行".encode() + b"\xff" + "还有很多正文。".encode()
    (book / "source.txt").write_bytes(data)
    said = refused(book, capsys)
    assert "source.txt:2:" in said
    assert f"第 {data.index(0xFF)} 字节（0xFF）" in said


def test_a_missing_source_a_folder_and_a_file_that_is_too_large(book, capsys) -> None:
    run(book)
    source = book / "source.txt"
    source.unlink()
    assert "[file-missing]" in refused(book, capsys)
    source.mkdir()
    assert "[file-is-folder]" in refused(book, capsys)
    source.rmdir()
    with source.open("wb") as handle:
        handle.truncate(200_000_000)
    assert "[file-too-large]" in refused(book, capsys)


def test_a_line_of_fifty_megabytes(book, capsys) -> None:
    (book / "source.txt").write_bytes(b"\xe5\xad\xa6" * (50_000_000 // 3))
    assert "[line-too-long]" in refused(book, capsys)


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("book.yaml", "title: [书\nscript: Hans\n", "book.yaml:2"),
        ("book.yaml", BOOK.replace("Hans", "Latn"), "book.yaml:2"),
        ("book.yaml", "title: 书\nsource: 无\n", "book.yaml:2"),
        ("editorial/emendations.yaml", "- source: 无此文\n  emended: 有\n  reason: 试\n", "yaml:1"),
        ("editorial/emendations.yaml", "- source: 学习\n  emended: 学\n  reason: 试\n", "yaml:1"),
        ("editorial/emendations.yaml", "- sauce: 学习\n", "yaml:1"),
        ("editorial/emendations.yaml", "- source: 进步\n  reason: 试\n  certainty: 定\n", "yaml:3"),
        ("editorial/structure.yaml", "- line: 学习使人\n  is: 诗\n", "yaml:2"),
        ("editorial/structure.yaml", "- line: 没有这一行\n  is: heading\n", "yaml:1"),
        ("editorial/slogans.yaml", "slogans: 无\n", "yaml:1"),
    ],
)
def test_files_of_the_editor_that_are_wrong(book, capsys, name, text, where) -> None:
    run(book)
    (book / name).write_text(text, encoding="utf-8")
    if name.endswith("emendations.yaml") and "学习" in text and "sauce" not in text:
        (book / "source.txt").write_text(TEXT + "再学习，再学习。\n", encoding="utf-8")
    assert where in refused(book, capsys)


def test_no_permission_to_write(book, capsys) -> None:
    if os.geteuid() == 0:
        pytest.skip("root 不受目录权限约束")
    run(book)
    (book / "source.txt").write_text(TEXT + "又一段。\n", encoding="utf-8")
    book.chmod(0o555)
    try:
        assert "[output-failed]" in refused(book, capsys)
    finally:
        book.chmod(0o755)


def test_a_full_disk(book, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    run(book)
    (book / "source.txt").write_text(TEXT + "又一段。\n", encoding="utf-8")

    def full(path: str, _data: bytes) -> None:
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(output, "_write", full)
    assert "磁盘满了" in refused(book, capsys)


def test_a_move_that_fails_puts_everything_back(book, capsys, monkeypatch) -> None:
    run(book)
    (book / "source.txt").write_text(
        TEXT.replace("进步", "向前") + "第二篇：又一篇\n正文。\n", encoding="utf-8"
    )
    real = os.replace
    moved: list[str] = []

    def replace(source: str | Path, target: str | Path) -> None:
        if ".before" not in str(source):
            moved.append(str(target))
            if len(moved) == 3:
                raise OSError(5, "Input/output error", str(target))
        real(source, target)

    before = {name: data for name, (data, _) in pages(book).items()}
    monkeypatch.setattr(os, "replace", replace)
    assert run(book) == 1
    assert {name: data for name, (data, _) in pages(book).items()} == before
    assert not list(book.glob(".convert-*"))


def test_two_runs_at_once(book, capsys) -> None:
    run(book)
    with output.lock(book):
        assert "[output-locked]" in refused(book, capsys)
    handle = os.open(book, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.close(handle)
    assert run(book) == 0


def interrupted(book: Path) -> tuple[int, str]:
    """Convert, send Ctrl-C as soon as something is being written; return the status and words."""
    command = [sys.executable, str(Path(convert.__file__)), "--book", str(book / "book.yaml")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(book.glob(".convert-*")) and time.monotonic() < deadline:
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    return process.returncode, said


def test_an_interrupt_leaves_everything(book: Path) -> None:
    run(book)
    long = "第一篇：学习体会\n" + "学习使人进步，实践出真知。\n" * 4_000
    for times in range(40, 45):  # on a busy machine Ctrl-C can come when all is done
        before = pages(book)
        (book / "source.txt").write_text(long * times, encoding="utf-8")
        status, said = interrupted(book)
        if status:
            break
    assert status == 1
    assert "Traceback" not in said
    assert "[interrupted]" in said
    assert pages(book) == before
    assert not list(book.glob(".convert-*"))


INTERRUPTED_AT_EACH_WORKER = """
import signal, sys
from multiprocessing.process import BaseProcess

start = BaseProcess.start

def start_interrupted(self):
    start(self)
    signal.raise_signal(int(sys.argv[1]))

BaseProcess.start = start_interrupted
from compilation import chapters
chapters.PARALLEL_FROM = 0
chapters.multiprocessing.cpu_count = lambda: 2
import convert
sys.exit(convert.main(sys.argv[2:]))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_while_the_workers_start(book: Path, number: int) -> None:
    file = str(book / "book.yaml")
    (book / "source.txt").write_text(TEXT + "第二篇：又一篇\n正文。\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AT_EACH_WORKER, str(int(number)), "--book", file],
        env={**os.environ, "PYTHONPATH": str(Path(convert.__file__).parent)},
        capture_output=True,
        text=True,
        timeout=60,  # it once waited for ever for a worker that nobody knew of
    )
    assert (done.returncode, "[interrupted]" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr
    assert not pages(book)


def test_what_a_killed_run_left_is_cleared_away(book: Path) -> None:
    (book / ".convert-x" / "essays").mkdir(parents=True)
    assert run(book) == 0
    assert not list(book.glob(".convert-*"))


def test_strict_makes_uncertainty_an_error(book, capsys) -> None:
    run(book)
    (book / "source.txt").write_text(TEXT.replace("第一篇", "第四篇"), encoding="utf-8")
    for call in ((), ("--json", "-"), ("--json", str(book / "book.json"))):
        assert "[header-gap]" in refused(book, capsys, "--strict", *call)
        assert not (book / "book.json").exists()


def test_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as error:
        convert.main(["--nonsense"])
    assert error.value.code == 2


def test_a_title_never_names_a_file(book: Path) -> None:
    title = "../../x/" + "长" * 500 + "\x00"
    (book / "source.txt").write_text(f"第一篇：{title}\n{TEXT}", encoding="utf-8")
    assert run(book) == 0
    assert {p.name for p in (book / "essays").iterdir()} == {"e01.md", "e02.md", "index.md"}


def test_volumes(book: Path) -> None:
    text = "".join(f"第{n}篇：题目{n}\n这里是正文。\n" for n in range(1, 104))
    (book / "source.txt").write_text(text, encoding="utf-8")
    assert run(book) == 0
    index = (book / "essays" / "index.md").read_text(encoding="utf-8")
    assert "v01\nv02\nv03" in index
    last = (book / "essays" / "v03.md").read_text(encoding="utf-8")
    assert "e101\ne102\ne103" in last


VOLUMES = "volumes:\n- {title: 上卷, first: e01}\n- {title: 下卷, first: e03}\n"


def test_volumes_of_the_editors(book: Path) -> None:
    text = "".join(f"第{n}篇：题目{n}\n这里是正文。\n" for n in range(1, 5))
    (book / "source.txt").write_text(text, encoding="utf-8")
    (book / "book.yaml").write_text(BOOK + VOLUMES, encoding="utf-8")
    assert run(book) == 0
    assert "v01\nv02\n" in (book / "essays" / "index.md").read_text(encoding="utf-8")
    second = (book / "essays" / "v02.md").read_text(encoding="utf-8")
    assert "# 下卷" in second
    assert "\ne03\ne04\n" in second
    (book / "book.yaml").write_text(BOOK, encoding="utf-8")
    assert run(book) == 0
    assert not list((book / "essays").glob("v*.md"))


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (("e03", "e09"), "7:3", "没有 e09 这一章"),
        (("e03", "e01"), "7:3", "应在“上卷”之后"),
        (("e01", "e02"), "6:3", "应从 e01 起"),
        (("e03", "三"), "7:15", "章的编号"),
        (("title: 下卷", "titel: 下卷"), "7:4", "不认识的键“titel”"),
        (("title: 下卷, ", ""), "7:3", "title 应是一行文字"),
        (("- {title: 下卷, first: e03}", "- 下卷"), "7:3", "每卷应写作"),
        ((VOLUMES, "volumes: 二\n"), "5:1", "volumes 应是列表"),
    ],
)
def test_volumes_that_cannot_be(book, capsys, change, place, said) -> None:
    text = "".join(f"第{n}篇：题目{n}\n这里是正文。\n" for n in range(1, 5))
    (book / "source.txt").write_text(text, encoding="utf-8")
    (book / "book.yaml").write_text((BOOK + VOLUMES).replace(*change), encoding="utf-8")
    message = refused(book, capsys)
    assert f"book.yaml:{place}: " in message
    assert said in message


def test_charsets_give_the_same_text() -> None:
    text = TEXT * 5
    for codec in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"):
        found = decode.decode(text.encode(codec))
        assert found.text == text
        assert found.confidence >= 0.9
    found = decode.decode("黨員學習心得體會，為人民服務。\r\n".encode("big5") * 5)
    assert found.charset == "Big5"
    assert found.line_ends == (("crlf", 5),)


def test_the_bytes_can_be_rebuilt() -> None:
    for data in (
        "\ufeff甲\r\n乙\n丙\r丁".encode(),
        "甲乙丙丁的学习\r\n".encode("gb18030") * 3,
        "党员\r".encode("utf-16"),
    ):
        assert decode.encode(decode.decode(data)) == data


def test_odd_characters_are_named_with_their_place() -> None:
    found = decode.decode("第一行\n有\ue123和\x07和\u0378。".encode())
    assert {(p.code, p.line, p.column) for p in found.problems} == {
        (Code.PRIVATE_USE, 2, 2),
        (Code.CONTROL_CHARACTER, 2, 4),
        (Code.UNASSIGNED, 2, 6),
    }


def test_mixed_encodings_are_refused() -> None:
    data = ("第一篇：学习体会，实践出真知。\n" * 20).encode(
        "gb18030"
    ) + "又一篇文章。\n".encode() * 20
    with pytest.raises(ConversionError) as error:
        decode.decode(data)
    assert error.value.problems[0].code == Code.UNDECODABLE


@pytest.mark.parametrize("text", ["", "\n", "\x08", " \u3000\n\n"])
def test_a_source_without_text_is_one_stretch(text: str) -> None:
    (span,) = parse.outline(text).chapters
    assert (span.start, span.end, span.header) == (0, len(text), None)
