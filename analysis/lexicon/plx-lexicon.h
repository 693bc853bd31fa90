/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lexicons: the words a reading goes by. data/lexicons/FORMAT.md describes the file; a PlxLexicon
 * is one or several such files loaded together, immutable once compiled and shared by threads. */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_ROLE_CUE,       /* carries its weight by itself */
  PLX_ROLE_EVENT,     /* valued, but silent until an operator brings it about */
  PLX_ROLE_OPERATOR,  /* brings an event about (> 0) or undoes it (< 0) */
  PLX_ROLE_SHIFTER,   /* changes the weight of what lies in its scope */
  PLX_ROLE_REPORTING, /* opens a voice */
  PLX_ROLE_BLOCK,     /* shields its words from every other entry */
} PlxRole;
#define PLX_N_ROLES 6

typedef enum
{
  PLX_SHIFTER_NONE,
  PLX_SHIFTER_NEGATOR,   /* not, without, failed to */
  PLX_SHIFTER_AMPLIFIER, /* very, sharply */
  PLX_SHIFTER_DOWNTONER, /* slightly */
  PLX_SHIFTER_HEDGE,     /* allegedly, reportedly */
  PLX_SHIFTER_MODAL,     /* may, could, plans to, if */
  PLX_SHIFTER_CONTRAST,  /* but, however: what follows weighs more */
  PLX_SHIFTER_CONCESSION,/* despite, although: what it governs weighs less */
  PLX_SHIFTER_PAST,      /* years ago, previously: background */
} PlxShifterKind;

/* The lexicon that an entry was read from. */
typedef struct
{
  char *name;     /* from its #name line, else the file's base name */
  char *version;  /* from its #version line, or NULL */
  char *path;     /* as given, for messages; NULL for the shipped ones */
} PlxLexiconSource;

typedef struct
{
  char *id;       /* "tone" */
  char *negative; /* name of the pole at -1: "negative", "retaliation", "skeptical" */
  char *positive; /* name of the pole at +1 */
} PlxAxis;

typedef struct
{
  const char    *pattern;   /* as written */
  const char    *condition; /* as written; "" for none */
  const char    *note;      /* "" for none */
  double         weight;    /* cue, event: -3 … +3; operator: -2 … +2; shifter: a factor, -2 … +2 */
  guint32        line;      /* in its file, from 1 */
  guint16        source;    /* index into the lexicon's sources */
  PlxAxisId      axis;
  guint8         role;      /* PlxRole */
  guint8         shifter;   /* PlxShifterKind */
} PlxEntry;

typedef enum
{
  PLX_SEVERITY_ERROR,   /* the line was not loaded */
  PLX_SEVERITY_WARNING, /* loaded, but very likely not what was meant */
  PLX_SEVERITY_NOTE,
} PlxSeverity;

/* One thing said about a lexicon file, by the reader or by the lint. */
typedef struct
{
  char       *path;    /* the file's name as given */
  guint       line;    /* from 1; 0 for the whole file */
  guint       column;  /* from 1, in characters; 0 for the whole line */
  PlxSeverity severity;
  char       *message; /* what is wrong and what to do, English */
} PlxDiagnostic;

typedef enum
{
  PLX_LEXICON_ERROR_READ,     /* an include could not be read */
  PLX_LEXICON_ERROR_FORMAT,   /* not a lexicon at all (binary, no header) */
  PLX_LEXICON_ERROR_TOO_LARGE,
  PLX_LEXICON_ERROR_NO_AXIS,  /* nothing in it names an axis */
} PlxLexiconError;
#define PLX_LEXICON_ERROR (plx_lexicon_error_quark ())
GQuark plx_lexicon_error_quark (void);

typedef struct _PlxLexicon PlxLexicon;

/* How an #include line finds its bytes; analysis itself opens no file.
 * Returns: (transfer full): the file's bytes, or NULL with @error set */
typedef GBytes *(*PlxLexiconOpenFunc) (const char *name, const char *including_path,
                                       gpointer user_data, GError **error);

typedef struct _PlxLexiconBuilder PlxLexiconBuilder;

/* A builder takes files, then single edits, and makes one lexicon of them. A later entry with the
 * same pattern, axis, role and condition replaces an earlier one, so that a user's lexicon can
 * overrule a shipped one; weight "off" disables it. */
PlxLexiconBuilder *plx_lexicon_builder_new      (void);
void               plx_lexicon_builder_free     (PlxLexiconBuilder *self);
void               plx_lexicon_builder_set_open (PlxLexiconBuilder *self, PlxLexiconOpenFunc open,
                                                 gpointer user_data);

/* plx_lexicon_builder_add_bytes:
 * @path: (nullable): the file's name for messages
 *
 * Reads one lexicon file. A bad line is skipped and becomes a diagnostic.
 * Returns: FALSE with @error set only if nothing of the file could be used */
gboolean           plx_lexicon_builder_add_bytes (PlxLexiconBuilder *self, GBytes *bytes,
                                                  const char *path, GError **error);

/* plx_lexicon_builder_get_diagnostics:
 * Returns: (transfer none) (element-type PlxDiagnostic): what was said so far, in file order */
GPtrArray         *plx_lexicon_builder_get_diagnostics (PlxLexiconBuilder *self);

/* plx_lexicon_builder_compile:
 * Returns: (transfer full): the compiled lexicon; the builder is empty afterwards */
PlxLexicon        *plx_lexicon_builder_compile  (PlxLexiconBuilder *self);

/* plx_lexicon_new_from_image:
 * @image: what data/lexicons/compile-lexicons wrote when Parallax was built; kept referenced
 *
 * Takes no time to speak of, where reading and compiling the text takes some 30 ms.
 * Returns: (transfer full) (nullable): NULL if the image is not of this version of the program */
PlxLexicon *plx_lexicon_new_from_image (GBytes *image);

/* plx_lexicon_write_image: Returns: (transfer full): the bytes for plx_lexicon_new_from_image() */
GBytes     *plx_lexicon_write_image    (const PlxLexicon *self);

PlxLexicon *plx_lexicon_ref   (PlxLexicon *self);
void        plx_lexicon_unref (PlxLexicon *self);

guint                   plx_lexicon_get_n_axes    (const PlxLexicon *self);
const PlxAxis          *plx_lexicon_get_axis      (const PlxLexicon *self, guint index);
/* Returns: the index of the axis with this id, or PLX_AXIS_ALL if there is none */
PlxAxisId               plx_lexicon_find_axis     (const PlxLexicon *self, const char *id);
guint32                 plx_lexicon_get_n_entries (const PlxLexicon *self);
const PlxEntry         *plx_lexicon_get_entry     (const PlxLexicon *self, guint32 index);
guint                   plx_lexicon_get_n_sources (const PlxLexicon *self);
const PlxLexiconSource *plx_lexicon_get_source    (const PlxLexicon *self, guint index);
/* Returns: (transfer none): hex digest over everything that can change a reading; readings are
 * cached under it */
const char             *plx_lexicon_get_digest    (const PlxLexicon *self);

/* plx_lexicon_lint:
 * Returns: (transfer full) (element-type PlxDiagnostic): duplicates, contradictions, entries that
 *   can never match or that a block always shields, in file order */
GPtrArray              *plx_lexicon_lint          (const PlxLexicon *self);

const char *plx_role_to_string   (PlxRole role);
gboolean    plx_role_from_string (const char *name, PlxRole *out_role);

/* plx_diagnostic_to_string: Returns: (transfer full): "FILE:LINE:COLUMN: error: message" */
char       *plx_diagnostic_to_string (const PlxDiagnostic *self);
void        plx_diagnostic_free      (PlxDiagnostic *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLexicon, plx_lexicon_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLexiconBuilder, plx_lexicon_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDiagnostic, plx_diagnostic_free)

G_END_DECLS
