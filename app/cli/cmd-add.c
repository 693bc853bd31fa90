/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-articles.h"
#include "cli-corpus.h"
#include "commands.h"

#include "data/import/plx-source-name.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
parse_format (const char *name,
              PlxFormat  *out_format)
{
  static const struct
  {
    const char *name;
    PlxFormat   format;
  } formats[] = {
    { "auto", PLX_FORMAT_AUTO },   { "text", PLX_FORMAT_TEXT }, { "html", PLX_FORMAT_HTML },
    { "jsonl", PLX_FORMAT_JSONL }, { "csv", PLX_FORMAT_CSV },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (name == NULL || strcmp (formats[i].name, name) == 0)
        {
          *out_format = formats[i].format;
          return TRUE;
        }
    }

  plx_cli_error (_("there is no format “%s”; use “auto”, “text”, “html”, “jsonl” or “csv”"), name);
  return FALSE;
}

static gboolean
store (PlxCorpus *corpus,
       GPtrArray *articles)
{
  guint n_added = 0;

  if (!plx_cli_add_articles (corpus, articles, &n_added))
    return FALSE;

  g_print (ngettext ("%u article added", "%u articles added", n_added), n_added);
  if (n_added < articles->len)
    /* Translators: follows “… articles added” */
    g_print (ngettext ("; %u was there already", "; %u were there already",
                       articles->len - n_added),
             articles->len - n_added);
  g_print ("\n");
  return TRUE;
}

static void
set_source (GPtrArray  *articles,
            const char *source)
{
  for (guint i = 0; i < articles->len; i++)
    {
      PlxArticle *article = articles->pdata[i];

      g_free (article->source);
      article->source = g_strdup (source);
    }
}

/* An article that does not say where it is from is taken to be from a source called as its file
 * is, so that two such files are not thrown together. */
static void
name_source (PlxArticle *article,
             const char *path)
{
  g_autofree char *name = NULL;

  if (article->source != NULL || strcmp (path, "-") == 0)
    return;

  name = g_path_get_basename (path);
  article->source = plx_source_name_from_file (name);
}

static gboolean
import_files (char     **paths,
              guint      n_paths,
              PlxFormat  format,
              GPtrArray *articles)
{
  gboolean all_good = TRUE;

  for (guint i = 0; i < n_paths; i++)
    {
      guint first = articles->len;

      plx_cli_progress (_("Importing files"), i, n_paths);
      all_good &= plx_cli_import_articles (paths[i], format, articles);
      if (articles->len == first + 1)
        name_source (articles->pdata[first], paths[i]);
    }
  plx_cli_progress (_("Importing files"), n_paths, n_paths);
  return all_good;
}

PlxCliStatus
plx_cli_cmd_add (int   argc,
                 char *argv[])
{
  g_autofree char *input = NULL;
  g_autofree char *source = NULL;
  gboolean keep_going = FALSE;
  const GOptionEntry entries[] = {
    { "input", 'i', 0, G_OPTION_ARG_STRING, &input,
      N_("What the files are: “auto” (default), “text”, “html”, “jsonl” or “csv”"), N_("FORMAT") },
    { "source", 's', 0, G_OPTION_ARG_STRING, &source,
      N_("Name the source of all these articles"), N_("NAME") },
    { "keep-going", 'k', 0, G_OPTION_ARG_NONE, &keep_going,
      N_("Add what is good even if some of it is not"), NULL },
    { NULL }
  };
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  gboolean all_good;
  PlxFormat format;

  if (!plx_cli_parse (argv[0], _("CORPUS FILE…"),
                      _("Imports articles into a corpus file: all of the files, or none. An article "
                        "whose source has one with the same text is left out. “-” reads standard "
                        "input."),
                      entries, &argc, &argv) ||
      !parse_format (input, &format))
    return PLX_CLI_USAGE;
  if (argc < 3)
    {
      plx_cli_error ("%s", _("name a corpus file, then the files to add"));
      return PLX_CLI_USAGE;
    }

  corpus = plx_cli_open_corpus (argv[1], PLX_CORPUS_OPEN_EXISTING);
  if (corpus == NULL)
    return PLX_CLI_FAILED;

  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  all_good = import_files (argv + 2, (guint) argc - 2, format, articles);
  if (!all_good && !keep_going)
    {
      plx_cli_error ("%s", _("nothing was added; mend or leave out what is named above, or add the "
                             "rest with --keep-going"));
      return PLX_CLI_FAILED;
    }

  if (source != NULL)
    set_source (articles, source);
  if (!store (corpus, articles))
    return PLX_CLI_FAILED;
  return all_good ? PLX_CLI_OK : PLX_CLI_FAILED;
}
