#!/bin/sh
# Prints the families of a families.tsv as strings of C.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

tab=$(printf '\t')
sed -e '/^#/d' -e "s/$tab.*//" -e 's/  *$//' -e '/^$/d' -e 's/.*/  "&",/' "$1"
