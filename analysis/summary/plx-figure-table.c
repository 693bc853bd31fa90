/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-figure-table.h"

#include "plx-summary-private.h"
#include "analysis/reading/plx-varint.h"

#include <string.h>

/* So many readings are one thread's at a time, and have their names numbered together. */
#define PIECE 512

/* The bytes of a reading: a byte, 1 if it has wire copy; the length of the voices' part, and how many
 * they are; these; then how many targets, and these. All numbers are varints (see plx-varint.h).
 *
 * Of each: the number of its name in the piece; twice its sentences, plus one if it counts. Unless it
 * has none, its words; a byte with a bit for each axis that it has cues on; and of each of these four
 * times its cues, plus one if it is positive, plus two if it is negative in part; the score; what is
 * positive and negative, if any is. */
typedef struct
{
  guint8  *bytes;
  guint32  first[PIECE]; /* where each reading begins */
  guint32 *names;        /* in the table, of those in the piece */
  GPtrArray *own_names;  /* these, before they have numbers in the table */
} Piece;

struct _PlxFigureTable
{
  guint       n_axes;
  guint       n_pieces;
  Piece      *pieces;
  GPtrArray  *names;   /* owned by the evidence */
  GHashTable *numbers; /* of the names */
};

typedef struct
{
  PlxFigureTable *self;
  GBytes *const  *evidence;
  guint           n;
  gboolean      (*is_wanted) (gpointer data);
  gpointer        data;
} Making;

/* What one thread writes at. */
typedef struct
{
  GByteArray *bytes;
  GPtrArray  *own_names;
  GHashTable *numbers; /* of the own names */
  GPtrArray  *list;    /* names of a reading */
  GArray     *parts;   /* of PlxEvidencePart: of a reading */
  GByteArray *voices;
  guint       n_axes;
} Writer;

static void
append_float (GByteArray *bytes,
              double      value)
{
  float single = (float) value;

  g_byte_array_append (bytes, (const guint8 *) &single, sizeof single);
}

static guint32
number_name (Writer     *writer,
             const char *name)
{
  gpointer number;

  if (g_hash_table_lookup_extended (writer->numbers, name, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_ptr_array_add (writer->own_names, (gpointer) name);
  g_hash_table_insert (writer->numbers, (gpointer) name,
                       GUINT_TO_POINTER (writer->own_names->len - 1));
  return writer->own_names->len - 1;
}

static void
append_axis (GByteArray         *bytes,
             const PlxAxisScore *axis)
{
  gboolean positive = (float) axis->positive != 0.0f, negative = (float) axis->negative != 0.0f;

  append_varint (bytes, axis->n_cues << 2 | (negative ? 2 : 0) | (positive ? 1 : 0));
  append_float (bytes, axis->score);
  if (positive)
    append_float (bytes, axis->positive);
  if (negative)
    append_float (bytes, axis->negative);
}

static void
append_part (Writer                *writer,
             GByteArray            *bytes,
             const PlxEvidencePart *part,
             const char            *name)
{
  guint8 axes = 0;

  append_varint (bytes, number_name (writer, name));
  append_varint (bytes, part->n_sentences << 1 | (part->weights > 0.0));
  if (part->n_sentences == 0)
    return;
  append_varint (bytes, part->n_words);
  for (guint axis = 0; axis < writer->n_axes; axis++)
    axes |= (guint8) ((part->axes[axis].n_cues > 0) << axis);
  g_byte_array_append (bytes, &axes, 1);
  for (guint axis = 0; axis < writer->n_axes; axis++)
    {
      if (part->axes[axis].n_cues > 0)
        append_axis (bytes, &part->axes[axis]);
    }
}

G_STATIC_ASSERT (PLX_MAX_AXES <= 8);

static void
append_parts (Writer     *writer,
              GByteArray *bytes)
{
  append_varint (bytes, writer->parts->len);
  for (guint i = 0; i < writer->parts->len; i++)
    append_part (writer, bytes, &g_array_index (writer->parts, PlxEvidencePart, i),
                 writer->list->pdata[i]);
}

static void
append_reading (Writer *writer,
                GBytes *evidence)
{
  static const PlxReadingPart all = PLX_READING_PART_INIT;
  guint8 has_wire;

  g_byte_array_set_size (writer->voices, 0);
  plx_evidence_list_voices (evidence, writer->list);
  plx_evidence_sum_voices (evidence, &all, NULL, writer->parts);
  append_parts (writer, writer->voices);

  plx_evidence_list_targets (evidence, writer->list);
  has_wire = (plx_evidence_sum_targets (evidence, writer->parts) & PLX_SENTENCE_WIRE) != 0;
  g_byte_array_append (writer->bytes, &has_wire, 1);
  append_varint (writer->bytes, writer->voices->len);
  g_byte_array_append (writer->bytes, writer->voices->data, writer->voices->len);
  append_parts (writer, writer->bytes);
}

static void
make_piece (gpointer data,
            guint    index)
{
  const Making *making = data;
  Piece *piece = &making->self->pieces[index];
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (PlxEvidencePart));
  g_autoptr (GByteArray) voices = g_byte_array_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint n = MIN (PIECE, making->n - index * PIECE);
  Writer writer = { bytes, NULL, numbers, list, parts, voices, making->self->n_axes };

  if (making->is_wanted != NULL && !making->is_wanted (making->data))
    return;

  piece->own_names = writer.own_names = g_ptr_array_new ();
  number_name (&writer, "");
  for (guint i = 0; i < n; i++)
    {
      piece->first[i] = bytes->len;
      append_reading (&writer, making->evidence[index * PIECE + i]);
    }
  /* Kept for long: without what the array has to spare. */
  piece->bytes = g_memdup2 (bytes->data, bytes->len);
}

/* Numbers the names of all pieces. Returns: FALSE if a piece has not been made */
static gboolean
number_all (PlxFigureTable *self)
{
  for (guint p = 0; p < self->n_pieces; p++)
    {
      Piece *piece = &self->pieces[p];

      if (piece->bytes == NULL)
        return FALSE;
      piece->names = g_new (guint32, piece->own_names->len);
      for (guint i = 0; i < piece->own_names->len; i++)
        {
          gpointer number;

          if (!g_hash_table_lookup_extended (self->numbers, piece->own_names->pdata[i], NULL,
                                             &number))
            {
              number = GUINT_TO_POINTER (self->names->len);
              g_ptr_array_add (self->names, piece->own_names->pdata[i]);
              g_hash_table_insert (self->numbers, piece->own_names->pdata[i], number);
            }
          piece->names[i] = GPOINTER_TO_UINT (number);
        }
      g_clear_pointer (&piece->own_names, g_ptr_array_unref);
    }
  return TRUE;
}

PlxFigureTable *
plx_figure_table_new (GBytes *const *evidence,
                      guint          n,
                      guint          n_axes,
                      gboolean     (*is_wanted) (gpointer data),
                      gpointer       data)
{
  g_autoptr (PlxFigureTable) self = NULL;
  Making making = { NULL, evidence, n, is_wanted, data };

  g_return_val_if_fail (evidence != NULL || n == 0, NULL);

  self = making.self = g_new0 (PlxFigureTable, 1);
  self->n_axes = n_axes;
  self->n_pieces = (n + PIECE - 1) / PIECE;
  self->pieces = g_new0 (Piece, MAX (self->n_pieces, 1));
  self->names = g_ptr_array_new ();
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->names, (gpointer) "");
  g_hash_table_insert (self->numbers, (gpointer) "", GUINT_TO_POINTER (0));
  plx_summary_run (make_piece, &making, self->n_pieces);
  return number_all (self) ? g_steal_pointer (&self) : NULL;
}

void
plx_figure_table_free (PlxFigureTable *self)
{
  if (self == NULL)
    return;

  for (guint p = 0; p < self->n_pieces; p++)
    {
      g_free (self->pieces[p].bytes);
      g_free (self->pieces[p].names);
      g_clear_pointer (&self->pieces[p].own_names, g_ptr_array_unref);
    }
  g_free (self->pieces);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

guint
plx_figure_table_get_n_names (const PlxFigureTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names->len;
}

const char *
plx_figure_table_get_name (const PlxFigureTable *self,
                           guint32               number)
{
  g_return_val_if_fail (self != NULL && number < self->names->len, NULL);

  return self->names->pdata[number];
}

guint32
plx_figure_table_find_name (const PlxFigureTable *self,
                            const char           *name)
{
  gpointer number;

  g_return_val_if_fail (self != NULL && name != NULL, PLX_NONE);

  return g_hash_table_lookup_extended (self->numbers, name, NULL, &number)
           ? GPOINTER_TO_UINT (number) : PLX_NONE;
}

static inline const guint8 *
get_reading (const PlxFigureTable *self,
             guint32               reading)
{
  const Piece *piece = &self->pieces[reading / PIECE];

  return piece->bytes + piece->first[reading % PIECE];
}

gboolean
plx_figure_table_has_wire (const PlxFigureTable *self,
                           guint32               reading)
{
  g_return_val_if_fail (self != NULL && reading / PIECE < self->n_pieces, FALSE);

  return *get_reading (self, reading);
}

static inline float
read_float (const guint8 **next)
{
  float value;

  memcpy (&value, *next, sizeof value);
  *next += sizeof value;
  return value;
}

void
plx_figure_iter_init (PlxFigureIter        *self,
                      const PlxFigureTable *table,
                      guint32               reading,
                      gboolean              targets)
{
  guint32 length;

  g_return_if_fail (self != NULL && table != NULL && reading / PIECE < table->n_pieces);

  self->next = get_reading (table, reading) + 1;
  length = read_varint (&self->next);
  if (targets)
    self->next += length;
  self->n_left = read_varint (&self->next);
  self->n_axes = table->n_axes;
  self->names = table->pieces[reading / PIECE].names;
}

static inline void
read_axis (const guint8    **next,
           PlxSummaryFigure *out)
{
  guint32 head = read_varint (next);

  out->n_cues = head >> 2;
  out->score = read_float (next);
  out->positive = head & 1 ? read_float (next) : 0.0f;
  out->negative = head & 2 ? read_float (next) : 0.0f;
}

/* Reads what follows the name. */
static inline void
read_part (PlxFigureIter *self,
           PlxFigurePart *out)
{
  guint32 head = read_varint (&self->next);
  guint8 axes;

  memset (out, 0, G_STRUCT_OFFSET (PlxFigurePart, figures) + self->n_axes * sizeof *out->figures);
  if (head >> 1 == 0)
    return;
  out->n_sentences = head >> 1;
  out->counts = head & 1;
  out->n_words = read_varint (&self->next);
  axes = *self->next++;
  for (guint axis = 0; axes >> axis != 0; axis++)
    {
      if (axes >> axis & 1)
        read_axis (&self->next, &out->figures[axis]);
    }
}

gboolean
plx_figure_iter_next (PlxFigureIter *self,
                      PlxFigurePart *out)
{
  guint32 name;

  if (self->n_left == 0)
    return FALSE;
  self->n_left--;
  name = self->names[read_varint (&self->next)];
  read_part (self, out);
  out->name = name;
  return TRUE;
}

static void
skip_part (PlxFigureIter *self)
{
  guint8 axes;

  if (read_varint (&self->next) >> 1 == 0)
    return;
  read_varint (&self->next);
  for (axes = *self->next++; axes != 0; axes &= (guint8) (axes - 1))
    {
      guint32 head = read_varint (&self->next);

      self->next += sizeof (float) * (1 + (head & 1) + (head >> 1 & 1));
    }
}

guint32
plx_figure_iter_skip (PlxFigureIter *self)
{
  guint32 name;

  if (self->n_left == 0)
    return PLX_NONE;
  self->n_left--;
  name = self->names[read_varint (&self->next)];
  skip_part (self);
  return name;
}

/* Goes to the first part, but for the first @n, with a name, and reads it. Returns: its index */
static guint32
find_part (PlxFigureIter *self,
           guint32        n,
           guint32        number,
           PlxFigurePart *out)
{
  guint32 index = 0;

  for (; self->n_left > 0; self->n_left--, index++)
    {
      if (self->names[read_varint (&self->next)] == number && index >= n)
        {
          read_part (self, out);
          out->name = number;
          return index;
        }
      skip_part (self);
    }
  memset (out, 0, sizeof *out);
  return index;
}

guint32
plx_figure_table_find_voice (const PlxFigureTable *self,
                             guint32               reading,
                             guint32               number,
                             PlxFigurePart        *out)
{
  PlxFigureIter iter;

  plx_figure_iter_init (&iter, self, reading, /* targets= */ FALSE);
  return find_part (&iter, number == 0 ? 0 : 1, number, out);
}

guint32
plx_figure_table_find_target (const PlxFigureTable *self,
                              guint32               reading,
                              guint32               number,
                              PlxFigurePart        *out)
{
  PlxFigureIter iter;

  plx_figure_iter_init (&iter, self, reading, /* targets= */ TRUE);
  return find_part (&iter, 0, number != 0 ? number : PLX_NONE, out);
}
