/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corrector.h"

G_DEFINE_INTERFACE (PlxCorrector, plx_corrector, GTK_TYPE_WINDOW)

static void
plx_corrector_default_init (PlxCorrectorInterface *iface)
{
}

PlxCorrector *
plx_corrector_find (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  return PLX_IS_CORRECTOR (root) ? PLX_CORRECTOR (root) : NULL;
}

void
plx_corrector_correct (PlxCorrector  *self,
                       PlxCorrection *correction,
                       const char    *name)
{
  g_return_if_fail (PLX_IS_CORRECTOR (self));
  g_return_if_fail (correction != NULL && name != NULL);

  PLX_CORRECTOR_GET_IFACE (self)->correct (self, correction, name);
}

void
plx_corrector_edit_entry (PlxCorrector *self,
                          PlxLexicon   *lexicon,
                          guint32       entry)
{
  g_return_if_fail (PLX_IS_CORRECTOR (self));
  g_return_if_fail (lexicon != NULL);

  PLX_CORRECTOR_GET_IFACE (self)->edit_entry (self, lexicon, entry);
}
