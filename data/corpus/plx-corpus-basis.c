/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include "data/plx-shipped-lexicons.h"
#include "plx-analysis-digest.h"

/* What readings are made with: the lexicon, and the aliases that ship with those of the corpus on
 * top. */

PlxCorpusBasis *
plx_corpus_basis_ref (PlxCorpusBasis *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_basis (gpointer data)
{
  PlxCorpusBasis *self = data;

  plx_lexicon_unref (self->lexicon);
  plx_aliases_unref (self->aliases);
  g_free (self->key);
}

void
plx_corpus_basis_unref (PlxCorpusBasis *self)
{
  g_atomic_rc_box_release_full (self, clear_basis);
}

PlxReader *
plx_corpus_basis_make_reader (PlxCorpusBasis *self)
{
  PlxReader *reader = plx_reader_new (self->lexicon);

  plx_reader_set_aliases (reader, self->aliases);
  return reader;
}

/* The shipped table with the corpus' own aliases, which win. One of them may stand for another, so
 * that they are added twice. */
static PlxAliases *
make_aliases (GPtrArray *own,
              GError   **error)
{
  g_autoptr (PlxAliases) aliases = NULL;

  if (own->len == 0)
    return plx_aliases_ref (plx_shipped_aliases_get ());

  aliases = plx_alias_files_load (NULL, NULL, error);
  for (guint i = 0; aliases != NULL && i < 2 * own->len; i++)
    {
      const PlxAlias *alias = own->pdata[i % own->len];

      plx_aliases_add (aliases, alias->name, alias->target);
    }
  return g_steal_pointer (&aliases);
}

static char *
make_shipped_digest (void)
{
  g_autoptr (GBytes) image = plx_aliases_write_image (plx_shipped_aliases_get ());

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, image);
}

static const char *
get_shipped_digest (void)
{
  static gsize digest = 0;

  if (g_once_init_enter (&digest))
    g_once_init_leave (&digest, (gsize) make_shipped_digest ());
  return (const char *) digest;
}

/* The lexicon, the code that reads with it, and the aliases. */
static char *
make_key (PlxLexicon *lexicon,
          GPtrArray  *own)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) get_shipped_digest (), -1);
  for (guint i = 0; i < own->len; i++)
    {
      const PlxAlias *alias = own->pdata[i];

      g_checksum_update (checksum, (const guchar *) alias->name, -1);
      g_checksum_update (checksum, (const guchar *) "\t", 1);
      g_checksum_update (checksum, (const guchar *) alias->target, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strdup_printf ("%s-%s-%.16s", plx_lexicon_get_digest (lexicon), PLX_ANALYSIS_DIGEST,
                          g_checksum_get_string (checksum));
}

static PlxCorpusBasis *
make_basis (PlxCorpus  *self,
            PlxLexicon *lexicon,
            GError    **error)
{
  g_autoptr (GPtrArray) own = plx_corpus_list_aliases (self, error);
  g_autoptr (PlxAliases) aliases = NULL;
  PlxCorpusBasis *basis;

  if (own == NULL)
    return NULL;
  aliases = make_aliases (own, error);
  if (aliases == NULL)
    return NULL;

  basis = g_atomic_rc_box_new0 (PlxCorpusBasis);
  basis->lexicon = plx_lexicon_ref (lexicon);
  basis->aliases = g_steal_pointer (&aliases);
  basis->key = make_key (lexicon, own);
  return basis;
}

/* The lock must be held. */
static void
publish (PlxCorpus      *self,
         PlxCorpusBasis *basis)
{
  self->basis = plx_corpus_basis_ref (basis);
  g_clear_pointer (&self->spare_reader, plx_reader_free);
  if (g_strcmp0 (self->evidence_key, basis->key) == 0)
    return;

  g_hash_table_remove_all (self->evidence);
  self->evidence_is_loaded = FALSE;
  plx_corpus_clear_sums (self);
  g_free (self->evidence_key);
  self->evidence_key = g_strdup (basis->key);
}

PlxCorpusBasis *
plx_corpus_dup_basis (PlxCorpus *self,
                      GError   **error)
{
  g_autoptr (PlxLexicon) lexicon = plx_corpus_dup_lexicon (self, error);
  PlxCorpusBasis *basis = NULL;
  guint n_alias_changes;

  if (lexicon == NULL)
    return NULL;
  g_mutex_lock (&self->lexicon_lock);
  if (self->basis != NULL)
    basis = plx_corpus_basis_ref (self->basis);
  n_alias_changes = self->n_alias_changes;
  g_mutex_unlock (&self->lexicon_lock);
  if (basis != NULL)
    return basis;

  basis = make_basis (self, lexicon, error);
  g_mutex_lock (&self->lexicon_lock);
  if (basis != NULL && self->basis == NULL && self->lexicon == lexicon &&
      self->n_alias_changes == n_alias_changes)
    publish (self, basis);
  g_mutex_unlock (&self->lexicon_lock);
  return basis;
}

void
plx_corpus_aliases_have_changed (PlxCorpus *self)
{
  g_mutex_lock (&self->lexicon_lock);
  self->n_alias_changes++;
  g_clear_pointer (&self->basis, plx_corpus_basis_unref);
  g_mutex_unlock (&self->lexicon_lock);
}
