/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "cli-lexicon.h"
#include "analysis/claims/plx-concepts.h"
#include "data/plx-shipped-lexicons.h"

typedef enum
{
  WRITE_LEXICON, /* as data/lexicons/FORMAT.md says */
  WRITE_WORDS,   /* word TAB weight, as the lists of AFINN and VADER are */
  WRITE_CSV,
} WriteFormat;

static void
print_field (const char *field,
             gboolean    as_csv)
{
  if (as_csv && strpbrk (field, "\",\n\r") != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (field, "\"", -1);
      g_autofree char *escaped = g_strjoinv ("\"\"", parts);

      g_print ("\"%s\"", escaped);
      return;
    }
  g_print ("%s", field);
}

static void
print_entry (const PlxLexicon *lexicon,
             const PlxEntry   *entry,
             char              separator)
{
  char weight[G_ASCII_DTOSTR_BUF_SIZE] = "";
  const char *axis = entry->axis == PLX_AXIS_ALL
                       ? "*" : plx_lexicon_get_axis (lexicon, (guint) entry->axis)->id;
  gboolean csv = separator == ',';
  const char *fields[6] = { entry->pattern, plx_role_to_string ((PlxRole) entry->role), axis, weight,
                            entry->condition, entry->note };

  if (entry->role != PLX_ROLE_REPORTING && entry->role != PLX_ROLE_BLOCK)
    g_ascii_formatd (weight, sizeof weight, "%g", entry->weight);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (i > 0)
        g_print ("%c", separator);
      print_field (fields[i], csv);
    }
  g_print ("%s", csv ? "\r\n" : "\n");
}

static void
print_head (const PlxLexicon *lexicon)
{
  g_print ("#parallax-lexicon 1\n");
  for (guint i = 0; i < plx_lexicon_get_n_axes (lexicon); i++)
    {
      const PlxAxis *axis = plx_lexicon_get_axis (lexicon, i);
      g_autofree char *negative = g_strdelimit (g_strdup (axis->negative), " ", '_');
      g_autofree char *positive = g_strdelimit (g_strdup (axis->positive), " ", '_');

      g_print ("#axis %s %s %s\n", axis->id, negative, positive);
    }
  g_print ("pattern\trole\taxis\tweight\tcondition\tnote\n");
}

/* Loads one file, with its diagnostics; the shipped lexicons for no file. */
static PlxLexicon *
load (char      **paths,
      GPtrArray **out_diagnostics)
{
  g_autoptr (GError) error = NULL;
  PlxLexicon *lexicon = plx_lexicon_files_load (paths[0] != NULL ? (const char *const *) paths : NULL,
                                                "", out_diagnostics, &error);

  if (lexicon == NULL)
    plx_cli_error ("%s", error->message);
  return lexicon;
}

/* A file of word families is checked by itself: it is no lexicon. */
static gboolean
is_families (GBytes *bytes)
{
  static const char head[] = "#parallax-families";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= sizeof head - 1 && memcmp (data, head, sizeof head - 1) == 0;
}

/* Without an axis a lexicon may still be checked: it may be one that others include. */
static PlxLexicon *
load_for_check (char      **paths,
                GPtrArray **out_diagnostics,
                guint      *out_n_families)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  GPtrArray *diagnostics = plx_lexicon_builder_get_diagnostics (builder);

  plx_lexicon_builder_set_open (builder, plx_lexicon_file_open, NULL);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = plx_lexicon_file_read (paths[i], &error);

      int n_families = 0;

      if (bytes != NULL && is_families (bytes))
        n_families = plx_concepts_check (bytes, paths[i], diagnostics, &error);
      else if (bytes != NULL)
        plx_lexicon_builder_add_bytes (builder, bytes, paths[i], &error);
      *out_n_families += (guint) MAX (n_families, 0);
      if (error != NULL)
        {
          plx_cli_error ("%s: %s", paths[i], error->message);
          return NULL;
        }
    }
  *out_diagnostics = g_ptr_array_ref (diagnostics);
  return plx_lexicon_builder_compile (builder);
}

static PlxCliStatus
run_check (char **paths)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GPtrArray) lint = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  gboolean has_errors;
  guint n, n_entries = 0;

  if (paths[0] == NULL)
    {
      plx_cli_error ("%s", _("which file is to be checked?"));
      return PLX_CLI_USAGE;
    }
  lexicon = load_for_check (paths, &diagnostics, &n_entries);
  if (lexicon == NULL)
    return PLX_CLI_FAILED;
  lint = plx_lexicon_lint (lexicon);
  has_errors = plx_cli_print_diagnostics (diagnostics, TRUE);
  plx_cli_print_diagnostics (lint, TRUE);
  n = diagnostics->len + lint->len;
  g_printerr ("%s: ", paths[0]);
  n_entries += plx_lexicon_get_n_entries (lexicon);
  g_printerr (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  g_printerr (", ");
  g_printerr (ngettext ("%u remark", "%u remarks", n), n);
  g_printerr ("\n");
  return has_errors ? PLX_CLI_FAILED : PLX_CLI_OK;
}

static PlxCliStatus
run_list (char      **paths,
          const char *axis,
          const char *role)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (PlxLexicon) lexicon = load (paths, &diagnostics);
  PlxAxisId axis_id = PLX_AXIS_ALL;
  PlxRole role_id = PLX_ROLE_CUE;

  if (lexicon == NULL)
    return PLX_CLI_FAILED;
  if (axis != NULL && (axis_id = plx_lexicon_find_axis (lexicon, axis)) == PLX_AXIS_ALL)
    {
      plx_cli_error (_("there is no axis “%s”"), axis);
      return PLX_CLI_USAGE;
    }
  if (role != NULL && !plx_role_from_string (role, &role_id))
    {
      plx_cli_error (_("there is no role “%s”"), role);
      return PLX_CLI_USAGE;
    }
  print_head (lexicon);
  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    {
      const PlxEntry *entry = plx_lexicon_get_entry (lexicon, i);

      if ((axis == NULL || entry->axis == axis_id) && (role == NULL || entry->role == role_id))
        print_entry (lexicon, entry, '\t');
    }
  return plx_cli_print_diagnostics (diagnostics, FALSE) ? PLX_CLI_FAILED : PLX_CLI_OK;
}

/* A list of words with weights, one to a line, separated by tab, comma or semicolon, made into
 * lines of a lexicon. Weights beyond the range are scaled down, all by the same factor. */
static char *
words_to_lexicon (const char *text,
                  const char *axis,
                  guint      *out_n_lost)
{
  GString *lexicon = g_string_new ("#parallax-lexicon 1\n");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double largest = 0.0;

  *out_n_lost = 0;
  g_string_append_printf (lexicon, "#axis %s negative positive\npattern\trole\taxis\tweight\n", axis);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; lines[i] != NULL; i++)
        {
          char *separator = strpbrk (lines[i], "\t,;");
          char *end = NULL;
          double weight;

          if (separator == NULL || separator == lines[i])
            {
              *out_n_lost += pass == 1 && g_strstrip (lines[i])[0] != '\0';
              continue;
            }
          weight = g_ascii_strtod (separator + 1, &end);
          if (end == separator + 1)
            {
              *out_n_lost += pass == 1;
              continue;
            }
          largest = MAX (largest, fabs (weight));
          if (pass == 1)
            {
              char number[G_ASCII_DTOSTR_BUF_SIZE];
              double scaled = largest > 3.0 ? weight * 3.0 / largest : weight;

              g_ascii_formatd (number, sizeof number, "%.2f", scaled);
              g_string_append_printf (lexicon, "%.*s\tcue\t%s\t%s\n", (int) (separator - lines[i]),
                                      lines[i], axis, number);
            }
        }
    }
  return g_string_free (lexicon, FALSE);
}

/* Writes what a list of words can hold; the rest is counted and said. */
static void
print_words (const PlxLexicon *lexicon,
             const char       *path)
{
  guint n_lost = 0;

  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    {
      const PlxEntry *entry = plx_lexicon_get_entry (lexicon, i);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (entry->role != PLX_ROLE_CUE)
        {
          n_lost++;
          continue;
        }
      g_print ("%s\t%s\n", entry->pattern, g_ascii_formatd (number, sizeof number, "%g", entry->weight));
    }
  if (n_lost > 0)
    g_printerr (ngettext ("%s: %u entry that a list of words cannot hold was left out\n",
                          "%s: %u entries that a list of words cannot hold were left out\n", n_lost),
                path, n_lost);
}

static PlxCliStatus
run_convert (char       **paths,
             const char  *axis,
             WriteFormat  to)
{
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lost = 0;

  if (paths[0] == NULL || paths[1] != NULL)
    {
      plx_cli_error ("%s", _("name one file to convert"));
      return PLX_CLI_USAGE;
    }
  if (!g_file_get_contents (paths[0], &text, NULL, &error))
    {
      plx_cli_error ("%s", error->message);
      return PLX_CLI_FAILED;
    }
  if (!g_str_has_prefix (text, "#parallax-lexicon") && !g_utf8_validate (text, -1, NULL))
    {
      plx_cli_error (_("%s is not UTF-8 text"), paths[0]);
      return PLX_CLI_FAILED;
    }
  if (!g_str_has_prefix (text, "#parallax-lexicon"))
    {
      g_autofree char *made = words_to_lexicon (text, axis != NULL ? axis : "tone", &n_lost);

      if (n_lost > 0)
        g_printerr (ngettext ("%s: %u line without a word and a weight was left out\n",
                              "%s: %u lines without a word and a weight were left out\n", n_lost),
                    paths[0], n_lost);
      g_print ("%s", made);
      return PLX_CLI_OK;
    }

  lexicon = load (paths, &diagnostics);
  if (lexicon == NULL)
    return PLX_CLI_FAILED;
  if (to == WRITE_WORDS)
    {
      print_words (lexicon, paths[0]);
      return PLX_CLI_OK;
    }
  if (to == WRITE_LEXICON)
    print_head (lexicon);
  else
    g_print ("pattern,role,axis,weight,condition,note\r\n");
  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    print_entry (lexicon, plx_lexicon_get_entry (lexicon, i), to == WRITE_CSV ? ',' : '\t');
  return PLX_CLI_OK;
}

PlxCliStatus
plx_cli_cmd_lexicon (int    argc,
                     char **argv)
{
  g_autofree char *axis = NULL;
  g_autofree char *role = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "axis", 'a', 0, G_OPTION_ARG_STRING, &axis, N_("list: only this axis; convert: the axis to make"),
      N_("AXIS") },
    { "role", 'r', 0, G_OPTION_ARG_STRING, &role, N_("list: only this role"), N_("ROLE") },
    { "to", 't', 0, G_OPTION_ARG_STRING, &to, N_("convert: to lexicon, words or csv"), N_("FORMAT") },
    { NULL }
  };
  WriteFormat format = WRITE_LEXICON;

  if (!plx_cli_parse ("lexicon", _("check|list|convert [FILE…]"),
                      _("check says what is wrong with a lexicon; list prints every entry of it, or of the "
                        "shipped ones; convert turns lists of words with weights into lexicons, and "
                        "lexicons into other formats."),
                      entries, &argc, &argv))
    return PLX_CLI_USAGE;
  if (to != NULL && strcmp (to, "words") == 0)
    format = WRITE_WORDS;
  else if (to != NULL && strcmp (to, "csv") == 0)
    format = WRITE_CSV;
  else if (to != NULL && strcmp (to, "lexicon") != 0)
    {
      plx_cli_error (_("“%s” is no format; use lexicon, words or csv"), to);
      return PLX_CLI_USAGE;
    }

  if (argc >= 2 && strcmp (argv[1], "check") == 0)
    return run_check (argv + 2);
  if (argc >= 2 && strcmp (argv[1], "list") == 0)
    return run_list (argv + 2, axis, role);
  if (argc >= 2 && strcmp (argv[1], "convert") == 0)
    return run_convert (argv + 2, axis, format);
  plx_cli_error ("%s", _("say check, list or convert"));
  return PLX_CLI_USAGE;
}
