"""Programs that the bench starts: each is ended by its own id, and none outlives the bench."""

import atexit
import json
import re
import signal
import subprocess
import time

_running = []


def measure(program, **options):
    """Runs a bench program to its end; the one JSON line that it prints, as a dict."""
    words = [str(program)]
    for name, value in options.items():
        words += ["--" + name, str(value)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)}\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


class Program:
    """A program in the background, with its output in a file."""

    def __init__(self, words, log, **how):
        self.log = log
        with open(log, "w", encoding="utf-8") as output:
            self.process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=output, stderr=output, **how)
        _running.append(self)

    def output(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, pattern, seconds=120):
        """The first match in its output. RuntimeError if it ends before, or does not come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            match = re.search(pattern, self.output())
            if match:
                return match
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise RuntimeError(f"no {pattern!r} from {self.process.args[0]}:\n{self.output()[-2000:]}")

    def stop(self, how=signal.SIGTERM):
        if self in _running:
            _running.remove(self)
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(60)


@atexit.register
def _stop_all():
    for program in list(_running):
        program.stop(signal.SIGKILL)
