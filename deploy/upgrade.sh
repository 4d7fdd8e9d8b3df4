#!/bin/sh
# Upgrade /opt/symbiose to VERSION (a tag or a commit), as root: save, stop, fetch, install, start, wait until it is ready.
# If the new version does not get ready, the old one is started again; its database was kept.
set -eu
version=${1:?usage: upgrade.sh VERSION}
cd "$(dirname "$0")/.."
before=$(git rev-parse HEAD)
port=${PORT:-8000}

ready() { # up to 15 minutes: a change of the schema carries the database over
  for _ in $(seq 180); do
    curl -fsS "http://127.0.0.1:$port/readyz" >/dev/null 2>&1 && return 0
    sleep 5
  done
  return 1
}
install_version() {
  git checkout --quiet "$1"
  .venv/bin/pip install --quiet --requirement requirements.txt
  .venv/bin/pybabel --quiet compile --directory symbiosis/web/translations
}

systemctl start symbiose-backup.service
git fetch --quiet --tags
systemctl stop symbiose
install_version "$version"
systemctl start symbiose
if ready; then
  echo "Symbiose runs $version."
else
  echo "$version did not get ready (journalctl -u symbiose says why): going back to $before." >&2
  systemctl stop symbiose
  install_version "$before"
  systemctl start symbiose
  exit 1
fi
