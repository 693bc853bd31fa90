/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-messages.h"

#include "data/corpus/plx-corpus.h"
#include "data/import/plx-import.h"

#include <glib/gi18n.h>

static const char *
word_corpus_error (int code)
{
  switch ((PlxCorpusError) code)
    {
    case PLX_CORPUS_ERROR_NOT_A_CORPUS:
      return _("This file is not a Parallax corpus.");
    case PLX_CORPUS_ERROR_TOO_NEW:
      return _("This corpus was written by a newer version of Parallax. Update Parallax to open "
               "it; the file was not touched.");
    case PLX_CORPUS_ERROR_READ_ONLY:
      return _("This corpus can be read but not changed. Save a copy elsewhere to work on it.");
    case PLX_CORPUS_ERROR_NO_SPACE:
      return _("The disk is full. Nothing of this change was kept, and nothing else was lost.");
    case PLX_CORPUS_ERROR_CORRUPT:
      return _("This corpus is damaged. What can still be read can be saved as a new one; the "
               "damaged file stays as it is.");
    case PLX_CORPUS_ERROR_BUSY:
      return _("Another program is writing to this corpus. Try again in a moment.");
    case PLX_CORPUS_ERROR_EXISTS:
      return _("There is a file of this name already.");
    case PLX_CORPUS_ERROR_NOT_FOUND:
      return _("It is no longer there.");
    case PLX_CORPUS_ERROR_FAILED:
    default:
      return NULL;
    }
}

static const char *
word_import_error (int code)
{
  switch ((PlxImportError) code)
    {
    case PLX_IMPORT_ERROR_EMPTY:
      return _("There is no text in it.");
    case PLX_IMPORT_ERROR_BINARY:
      return _("It is neither text nor a web page.");
    case PLX_IMPORT_ERROR_TOO_LARGE:
      return _("It is too large for an article.");
    case PLX_IMPORT_ERROR_NO_ARTICLE:
      return _("No article was found on the page.");
    case PLX_IMPORT_ERROR_FORMAT:
    default:
      return NULL;
    }
}

static const char *
word_io_error (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _("There is no such file.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _("You are not allowed to read or write it.");
    case G_IO_ERROR_IS_DIRECTORY:
      return _("It is a folder.");
    case G_IO_ERROR_NO_SPACE:
      return _("The disk is full.");
    case G_IO_ERROR_READ_ONLY:
      return _("Nothing can be written there.");
    default:
      return NULL;
    }
}

char *
plx_message_for_error (const GError *error)
{
  const char *message = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == PLX_CORPUS_ERROR)
    message = word_corpus_error (error->code);
  else if (error->domain == PLX_IMPORT_ERROR)
    message = word_import_error (error->code);
  else if (error->domain == G_IO_ERROR)
    message = word_io_error (error->code);

  return g_strdup (message != NULL ? message : error->message);
}
