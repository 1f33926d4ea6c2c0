#!/bin/sh
# Checks access copies with tools that others wrote: qpdf (structure), poppler (pages, text, images). Usage: check-pdf.sh FILE…
# Where VERAPDF names a veraPDF command, files that claim PDF/A-2u are given to it too.
set -u
for tool in qpdf pdfinfo pdftotext pdfimages pdftoppm; do
  command -v "$tool" >/dev/null || { echo "check-pdf: $tool is absent: apt-get install qpdf poppler-utils" >&2; exit 3; }
done

[ $# -gt 0 ] || { echo 'check-pdf: no file to check' >&2; exit 1; }
failed=0
complain() { echo "check-pdf: $1: $2" >&2; failed=1; }

for file in "$@"; do
  qpdf --check "$file" >/dev/null 2>&1 || complain "$file" 'qpdf finds errors'
  pdfinfo "$file" | grep -q '^JavaScript: *no' || complain "$file" 'carries JavaScript'
  [ -z "$(pdfimages -list "$file" 2>&1 >/dev/null)" ] || complain "$file" 'an image cannot be listed'
  [ -z "$(pdftoppm -r 20 -gray "$file" 2>&1 >/dev/null)" ] || complain "$file" 'a page cannot be shown'
  # Every word lies on its page, with some width and height.
  pdftotext -bbox "$file" - | awk -F'"' '
    /<page / { width = $2; height = $4 }
    /<word / && ($2 < -2 || $4 < -2 || $6 > width + 2 || $8 > height + 2 || $6 <= $2 || $8 <= $4) { bad++ }
    END { exit bad > 0 }' || complain "$file" 'words lie off the page'
  if [ -n "${VERAPDF:-}" ] && grep -aq '<pdfaid:part>2</pdfaid:part>' "$file"; then
    $VERAPDF -f 2u --format text "$file" | grep -q '^PASS' || complain "$file" 'is not the PDF/A-2u that it claims to be'
  fi
done
exit $failed
