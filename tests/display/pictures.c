/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* pictures [--articles N | --corpus FILE] [--pages NAME,…] DIRECTORY [VARIANT…]: not a test: pictures
 * of every page and state in every way in which it is to look good, for a person to look at. Says beside it what the program
 * itself finds amiss. */

#include "tests/support/layout.h"
#include "tests/support/large-corpus.h"
#include "tests/support/pages.h"
#include "tests/support/states.h"

#include <glib/gstdio.h>
#include <string.h>

static int n_articles = -1;
static char *wanted;
static char *own_corpus;

static const GOptionEntry options[] = {
  { "articles", 'n', 0, G_OPTION_ARG_INT, &n_articles, "how many, in place of the sample", "N" },
  { "corpus", 'c', 0, G_OPTION_ARG_FILENAME, &own_corpus,
    "a corpus, or a file with articles, in place of the sample", "FILE" },
  { "pages", 'p', 0, G_OPTION_ARG_STRING, &wanted, "which pages and states, in place of all", "NAME,…" },
  { NULL }
};

static void
draw_native (GtkSnapshot *snapshot,
             GtkWidget   *native)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (native);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (native),
                          gtk_widget_get_height (native));
}

/* Popovers are windows of their own to the display: they are put where they lie. */
static void
draw_popovers (GtkSnapshot     *snapshot,
               GtkWidget       *widget,
               GtkWidget       *native,
               graphene_rect_t *area)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GdkSurface *surface;
      graphene_rect_t bounds;
      double x, y, dx, dy;

      if (!gtk_widget_get_mapped (child))
        continue;
      if (!GTK_IS_NATIVE (child))
        {
          draw_popovers (snapshot, child, native, area);
          continue;
        }
      surface = gtk_native_get_surface (GTK_NATIVE (child));
      gtk_native_get_surface_transform (GTK_NATIVE (native), &x, &y);
      gtk_native_get_surface_transform (GTK_NATIVE (child), &dx, &dy);
      bounds = GRAPHENE_RECT_INIT ((float) (gdk_popup_get_position_x (GDK_POPUP (surface)) - x + dx),
                                   (float) (gdk_popup_get_position_y (GDK_POPUP (surface)) - y + dy),
                                   gtk_widget_get_width (child), gtk_widget_get_height (child));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &bounds.origin);
      draw_native (snapshot, child);
      draw_popovers (snapshot, child, child, area);
      gtk_snapshot_restore (snapshot);
      graphene_rect_union (area, &bounds, area);
    }
}

static void
save_picture (GtkWidget  *window,
              const char *path)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window),
                                             gtk_widget_get_height (window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* There is nothing to draw while sizes are given out anew. */
  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_test_widget_wait_for_draw (window);
      draw_native (snapshot, window);
      draw_popovers (snapshot, window, window, &area);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &area);
  if (!gdk_texture_save_to_png (texture, path))
    g_printerr ("%s could not be written\n", path);
}

/* What lies on top, and what is amiss with it. */
static void
take_picture (PlxWindow  *window,
              const char *directory,
              const char *variant,
              const char *page)
{
  GtkWidget *top = pages_get_top (window);
  g_autofree char *name = g_strdup_printf ("%s.%s.png", page, variant);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_auto (GStrv) faults = layout_find_faults (top);

  save_picture (top, path);
  for (guint i = 0; faults[i] != NULL; i++)
    g_print ("%s: %s\n", name, faults[i]);
}

static gboolean
is_wanted (const char *page)
{
  g_auto (GStrv) names = wanted != NULL ? g_strsplit (wanted, ",", -1) : NULL;

  return names == NULL || g_strv_contains ((const char *const *) names, page);
}

static void
take_states (const PagesVariant *variant,
             const char         *directory)
{
  const char **names = states_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      PlxWindow *window;

      if (!is_wanted (names[i]))
        continue;
      window = pages_open (variant);
      states_begin (window, names[i]);
      take_picture (window, directory, variant->name, names[i]);
      states_end (window);
      pages_close (window);
    }
}

static void
take_pages (const PagesVariant *variant,
            const char         *directory,
            const char         *corpus)
{
  const char **names = pages_get_names ();
  PlxWindow *window = pages_open (variant);

  if (is_wanted ("welcome"))
    take_picture (window, directory, variant->name, "welcome");
  pages_fill (window, corpus);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!is_wanted (names[i]))
        continue;
      if (pages_show (window, names[i]))
        take_picture (window, directory, variant->name, names[i]);
      else
        g_print ("%s.%s: not there\n", names[i], variant->name);
    }
  pages_close (window);
}

/* All pictures of a variant, in this process: language and themes are for life. States bring what
 * they show with them. */
static void
take_pictures (const PagesVariant *variant,
               const char         *directory,
               const char         *corpus)
{
  pages_init (variant);
  take_pages (variant, directory, corpus);
  if (corpus == NULL)
    take_states (variant, directory);
}

static gboolean
take_in_process (const char  *program,
                 const char  *variant,
                 const char  *directory,
                 const char  *corpus,
                 GError     **error)
{
  g_autoptr (GSubprocess) process = NULL;

  if (wanted == NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, error, program, "--one", variant, directory,
                                corpus, NULL);
  else
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, error, program, "--pages", wanted, "--one",
                                variant, directory, corpus, NULL);
  return process != NULL && g_subprocess_wait_check (process, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  gboolean one = FALSE, done = TRUE;
  const GOptionEntry inner[] = {
    { "one", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &one, NULL, NULL }, { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DIRECTORY [VARIANT…]");
  g_autoptr (GError) error = NULL;
  g_autofree char *corpus = NULL;
  const PagesVariant *all;
  guint n;

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_add_main_entries (context, inner, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no directory");
      return 2;
    }
  if (one)
    {
      take_pictures (pages_find_variant (argv[1]), argv[2], argc > 3 ? argv[3] : NULL);
      return 0;
    }
  g_mkdir_with_parents (argv[1], 0755);
  corpus = g_strdup (own_corpus);
  if (n_articles >= 0)
    {
      g_free (corpus);
      corpus = g_build_filename (argv[1], "story.parallax", NULL);
      g_remove (corpus);
      large_corpus_create (corpus, (guint) n_articles, CLAMP ((guint) n_articles, 1, 100));
    }
  all = pages_get_variants (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (argc > 2 && !g_strv_contains ((const char *const *) argv + 2, all[i].name))
        continue;
      if (!take_in_process (argv[0], all[i].name, argv[1], corpus, &problem))
        g_printerr ("%s: %s\n", all[i].name, problem->message);
      done = done && problem == NULL;
    }
  if (n_articles >= 0)
    g_remove (corpus);
  return done ? 0 : 1;
}
