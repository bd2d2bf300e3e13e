"""Runs testssl.sh and wapiti against a demo server of its own; started by tests/scan/run."""

import argparse
import atexit
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What is so on purpose, by the scanners' own names.
OF_A_TEST_CERTIFICATE = {  # signed by itself, for a day, by nobody who revokes
    "cert_chain_of_trust", "cert_trust", "cert_trust_wildcard", "cert_expirationStatus", "cert_notAfter", "cert_revocation",
    "cert_crlDistributionPoints", "cert_ocspURL", "OCSP_stapling", "DNS_CAArecord", "certificate_transparency", "cert_caIssuers",
    "cert_extlifeSpan", "cert_eTLS",
}
OBSOLETE = {"X-XSS-Protection is not set"}  # no browser has the filter that it was for

# Ways into the API: scanners do not read the client's script.
STARTS = [
    "/api/v1/tasks?q=x&limit=5&programme=lao-cai-de-an-11", "/api/v1/tasks/da11.ii.i.1.1?as_of=5", "/api/v1/history?limit=5&before=9",
    "/api/v1/events?limit=5&after=0&types=task", "/api/v1/agencies?q=so", "/api/v1/demo-accounts", "/sign-in",
]
# Without those that ask servers elsewhere, and those that guess names from lists of other products.
MODULES = "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss"


def start_server(program, folder):
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", folder / "key.pem"]
    subprocess.run(["openssl", "req", "-x509", *key, "-days", "1", "-out", folder / "cert.pem", *subject], check=True, capture_output=True)
    words = [program, "serve", "--demo", "--port", "0", "--data", folder / "data", "--state", folder / "state", "--seeds", ROOT / "seeds",
             "--web", ROOT / "web-client/dist", "--tls-cert", folder / "cert.pem", "--tls-key", folder / "key.pem", "--rate-limits", "off"]
    output = folder / "server.log"
    with open(output, "w", encoding="utf-8") as log, open(folder / "requests.log", "w", encoding="utf-8") as requests:
        server = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=requests)
    atexit.register(lambda: (server.terminate(), server.wait(30)))
    for _ in range(600):
        found = re.search(r"https://localhost:\d+", output.read_text(encoding="utf-8"))
        if found:
            return found[0]
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("the server did not start: " + (folder / "requests.log").read_text(encoding="utf-8"))


def token_of(folder, username):
    accounts = json.loads((folder / "data/demo-accounts.json").read_text(encoding="utf-8"))
    return next(account["token"] for account in accounts if account["username"] == username)


def look_at_tls(address, folder):
    report = folder / "tls.json"
    words = ["testssl", "--quiet", "--color", "0", "--warnings", "off", "--ip", "127.0.0.1", "--jsonfile", report, address]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=2400)
    findings = json.loads(report.read_text(encoding="utf-8"))
    if not any(one["id"] == "TLS1_3" for one in findings):
        return ["testssl.sh did not get through:\n" + done.stdout[-2000:]]
    fine = {"OK", "INFO", "DEBUG", "WARN"}  # WARN: it could not look
    return [f"testssl.sh: {one['severity']} {one['id']}: {one['finding']}" for one in findings
            if one["severity"] not in fine and one["id"].split(" ")[0] not in OF_A_TEST_CERTIFICATE]


def look_at_pages(address, folder):
    report = folder / "pages.json"
    words = ["wapiti", "-u", address + "/", "--scope", "domain", "-m", MODULES, "--max-scan-time", "300", "--max-attack-time", "120",
             "-H", "Authorization: Bearer " + token_of(folder, "thanh-tra-tinh.inspector"), "--verify-ssl", "0", "--no-bugreport",
             "--store-session", folder / "session", "--store-config", folder / "config", "-f", "json", "-o", report]
    for start in STARTS:
        words += ["-s", address + start]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=2400)
    if not report.exists():
        return ["wapiti did not get through:\n" + (done.stdout + done.stderr)[-2000:]]
    seen = re.search(r"found (\d+) URLs", done.stdout)
    if not seen or int(seen[1]) < len(STARTS):
        return ["wapiti saw too little:\n" + done.stdout[-2000:]]
    found = json.loads(report.read_text(encoding="utf-8"))
    return [f"wapiti: {name}: {one['method']} {one['path']} {one['info']}" for kind in ("vulnerabilities", "anomalies")
            for name, ones in found[kind].items() for one in ones if one["info"].strip() not in OBSOLETE]


def faults_of_server(folder):
    lines = (folder / "requests.log").read_text(encoding="utf-8").splitlines()
    return [f"the server: {line}" for line in lines if '"level":"error"' in line]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=os.environ.get("LUUVET_PROGRAM", ROOT / "build/release/server/luuvet"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luuvet-scan-") as name:
        folder = Path(name)
        address = start_server(options.program, folder)
        found = look_at_pages(address, folder) + look_at_tls(address, folder) + faults_of_server(folder)
    print("\n".join(found) or "nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
