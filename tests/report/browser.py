"""A headless Chromium, driven over plain WebDriver: the standard library is enough for that.

`tools/install_chromium.sh` installs what this needs. `tools/build_gallery.py` uses it too.
"""

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

CHROMIUM, CHROMEDRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = "" if CHROMIUM and CHROMEDRIVER else "no chromium and chromedriver: tools/install_chromium.sh installs them"

# No network: without these flags Chromium looks up hosts of its maker at every start.
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
         "--disable-dev-shm-usage", "--force-prefers-reduced-motion")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """One browser window."""

    def __init__(self, width=1440, height=900, flags=()):
        self._profile = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._driver = subprocess.Popen([CHROMEDRIVER, f"--port={port}"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self._base = f"http://127.0.0.1:{port}"
        options = {"binary": CHROMIUM,
                   "args": [*FLAGS, *flags, f"--window-size={width},{height}", f"--user-data-dir={self._profile.name}"]}
        self._until_ready()
        started = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
        self._base += f"/session/{started['sessionId']}"

    def _until_ready(self):
        for _ in range(200):
            try:
                if self._ask("GET", "/status")["ready"]:
                    return
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.05)
        raise RuntimeError("chromedriver does not answer")

    def _ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"].splitlines()[0]) from None

    def open(self, url):
        self._ask("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        """The value of a script's body (`return …`)."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def devtools(self, command, **parameters):
        return self._ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def click(self, selector):
        """A real click: it fails if something lies on top of the element."""
        element = self._ask("POST", "/element", {"using": "css selector", "value": selector})
        self._ask("POST", f"/element/{element[ELEMENT]}/click", {})

    def press(self, *keys):
        for key in keys:
            self._ask("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": [
                {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def text(self, selector):
        return self.run("const e = document.querySelector(arguments[0]); return e && e.innerText", selector)

    def comes_to(self, selector, text, seconds=10):
        """Whether the text of an element comes to be this: what a new address brings about comes a moment later."""
        end = time.monotonic() + seconds
        while self.text(selector) != text:
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def count(self, selector):
        return self.run("return document.querySelectorAll(arguments[0]).length", selector)

    def look(self, width, height, *, dark=False, scale=1, touch=False):
        """The size of the window, as a screen or a phone has it, and the theme that the system asks for."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                      mobile=touch)
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def screenshot(self):
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def log(self):
        """What the browser complained about: errors of scripts, refusals of the content security policy."""
        return [entry["message"] for entry in self._ask("POST", "/se/log", {"type": "browser"})]

    def close(self):
        try:
            self._ask("DELETE", "")
        finally:
            self._driver.terminate()
            self._driver.wait(10)
            self._profile.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
