/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What may go wrong with a corpus file. Messages are English, say what happened and what to do,
 * and name the file where there is one; a user interface words its own from the code. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_CORPUS_ERROR_NOT_A_CORPUS, /* some other file: choose another */
  PLX_CORPUS_ERROR_TOO_NEW,      /* written by a newer Parallax: update; the file is untouched */
  PLX_CORPUS_ERROR_READ_ONLY,    /* may be read, not changed: save a copy elsewhere */
  PLX_CORPUS_ERROR_NO_SPACE,     /* disk full: nothing of the failed change was kept */
  PLX_CORPUS_ERROR_CORRUPT,      /* damaged: see parallax-cli recover */
  PLX_CORPUS_ERROR_BUSY,         /* another program is writing */
  PLX_CORPUS_ERROR_EXISTS,
  PLX_CORPUS_ERROR_NOT_FOUND,
  PLX_CORPUS_ERROR_FAILED,
} PlxCorpusError;
#define PLX_CORPUS_ERROR (plx_corpus_error_quark ())
GQuark plx_corpus_error_quark (void);

G_END_DECLS
