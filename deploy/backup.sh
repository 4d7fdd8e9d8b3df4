#!/bin/sh
# Save everything into FOLDER under today's date, and keep the last KEEP nights (30 unless told otherwise).
# A backup that could not be finished is never kept under a good name, and removes no older one.
set -eu
folder=${1:?usage: backup.sh FOLDER}
keep=${KEEP:-30}
cd "$(dirname "$0")/.."
mkdir -p "$folder"
name="$folder/night-$(date +%Y-%m-%d)"
.venv/bin/flask symbiosis backup "$name.part.jsonl.gz"
gzip -t "$name.part.jsonl.gz"
mv "$name.part.jsonl.gz" "$name.jsonl.gz"
ls -1 "$folder"/night-????-??-??.jsonl.gz | sort -r | tail -n "+$((keep + 1))" | while read -r old; do rm -- "$old"; done
