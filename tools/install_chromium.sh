#!/usr/bin/env bash
# Debian's Chromium, its WebDriver and a Chinese font, for the browser tests of the report. Needs root; does nothing
# where they are installed already.
set -euo pipefail
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-noto-cjk
