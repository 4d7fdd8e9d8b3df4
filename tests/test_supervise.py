import sys
import time
from pathlib import Path

from symbiosis import supervise


def script(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / f"s{abs(hash(text))}.py"
    file.write_text(text)
    return [sys.executable, str(file)]


def test_a_worker_that_dies_is_started_again_and_both_end_with_the_server(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    worker = script(tmp_path, f"open({str(starts)!r}, 'a').write('x')")
    web = script(tmp_path, "import time; time.sleep(5)")
    assert supervise.run(web, worker) == 0
    assert len(starts.read_text()) >= 2


def test_the_exit_code_of_the_server_is_told(tmp_path: Path) -> None:
    idle = script(tmp_path, "import time; time.sleep(60)")
    began = time.monotonic()
    assert supervise.run(script(tmp_path, "raise SystemExit(3)"), idle) == 3
    assert time.monotonic() - began < 30
