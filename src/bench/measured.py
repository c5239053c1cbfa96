"""What a command took, measured from a process of its own: a child's peak memory is never below what its parent held when it started it."""
import json
import subprocess
import sys
import tempfile

MEASURE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], 'w') as out:
    json.dump([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss * 1.024e-3], out)
"""


def measured(command, **more):
    """Exit status, seconds of processor time, seconds on the clock, and the most memory in MB; more is as for subprocess.run."""
    with tempfile.NamedTemporaryFile('r') as figures:
        subprocess.run([sys.executable, '-c', MEASURE, figures.name, *command], check=True, **more)
        return json.load(figures)
