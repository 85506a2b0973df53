#!/bin/sh
# Unpacks Debian trixie's snac2 under /opt/passaparola-peers/snac2, on any Debian or Ubuntu with glibc 2.34 or newer.
# Nothing else of the system changes: apt works on a temporary root of its own, and the package is not installed
# but unpacked. apt checks the package against Debian's keyring. Run as root; running it again is harmless.
set -eu

target=/opt/passaparola-peers/snac2
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

if [ -x "$target/usr/bin/snac" ] && "$target/usr/bin/snac" 2>&1 | grep -q '^snac '; then
  echo "snac2 is already there: $target"
  exit 0
fi

install_package() {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

[ -r "$keyring" ] || install_package debian-archive-keyring

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial" "$scratch/package"
echo "deb [arch=$(dpkg --print-architecture) signed-by=$keyring] $mirror trixie main" >"$scratch/sources.list"

trixie() {
  apt-get -qq -o "Dir::Etc::sourcelist=$scratch/sources.list" -o Dir::Etc::sourceparts=- \
    -o "Dir::State::lists=$scratch/lists" -o "Dir::Cache=$scratch/cache" -o APT::Sandbox::User=root "$@"
}

trixie update
(cd "$scratch/package" && trixie download snac2)

mkdir -p "$target"
dpkg-deb -x "$scratch"/package/snac2_*.deb "$target"

if ldd "$target/usr/bin/snac" | grep -q 'not found'; then
  install_package libcurl4t64 libssl3t64 || install_package libcurl4 libssl3
fi

"$target/usr/bin/snac" 2>&1 | head -n 1
