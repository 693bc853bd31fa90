/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lines.h"

#include <string.h>

/* Persons and agencies in bylines and credit lines. */

static const struct
{
  const char *text; /* as it stands in a text, with its capitals */
  const char *name; /* as it is stored */
} agencies[] = {
  { "Agence France-Presse", "AFP" },
  { "Agence France Presse", "AFP" },
  { "The Associated Press", "AP" },
  { "Associated Press", "AP" },
  { "Thomson Reuters", "Reuters" },
  { "Deutsche Presse-Agentur", "dpa" },
  { "Xinhua News Agency", "Xinhua" },
  { "Press Trust of India", "PTI" },
  { "Asian News International", "ANI" },
  { "Bloomberg News", "Bloomberg" },
  { "Kyodo News", "Kyodo" },
  { "Anadolu Agency", "Anadolu" },
  { "The Canadian Press", "The Canadian Press" },
  { "Canadian Press", "The Canadian Press" },
  { "Press Association", "PA Media" },
  { "PA Media", "PA Media" },
  { "Reuters", "Reuters" },
  { "REUTERS", "Reuters" },
  { "Bloomberg", "Bloomberg" },
  { "Xinhua", "Xinhua" },
  { "XINHUA", "Xinhua" },
  { "Yonhap", "Yonhap" },
  { "Kyodo", "Kyodo" },
  { "Anadolu", "Anadolu" },
  { "Interfax", "Interfax" },
  { "TASS", "TASS" },
  { "AFP", "AFP" },
  { "UPI", "UPI" },
  { "PTI", "PTI" },
  { "ANI", "ANI" },
  { "IANS", "IANS" },
  { "EFE", "EFE" },
  { "ANSA", "ANSA" },
  { "dpa", "dpa" },
  { "DPA", "dpa" },
  { "AAP", "AAP" },
  { "AP", "AP" },
  { "KCNA", "KCNA" },
};

/* Capitalised words that are no part of a person's name. */
static const char *const no_names[] = {
  "about", "africa", "africa's", "agency", "all", "also", "america", "americas", "analysis",
  "and", "article", "articles", "arts", "asia", "associated", "australia", "author", "beijing",
  "best", "breaking", "britain", "business", "by", "canada", "china", "city", "climate",
  "comment", "companies", "contact", "correspondent", "country", "culture", "daily", "desk",
  "economy", "editor", "editors", "editorial", "education", "energy", "entertainment",
  "environment", "europe", "exclusive", "explainer", "facebook", "features", "finance", "first",
  "for", "france", "from", "full", "games", "gazette", "germany", "global", "guardian", "health",
  "herald", "his", "home", "how", "in", "india", "industry", "international", "interview", "is",
  "japan", "journal", "key", "latest", "law", "life", "lifestyle", "live", "local", "london",
  "magazine", "mail", "market", "markets", "media", "menu", "middle", "minutes", "money", "more",
  "movies", "music", "nation", "national", "network", "new", "news", "newspaper", "newsroom",
  "north", "of", "office", "on", "online", "opinion", "our", "page", "photo", "photos", "picture",
  "podcast", "podcasts", "policy", "politics", "popular", "post", "premium", "press", "privacy",
  "radio", "read", "related", "report", "reporter", "reporters", "review", "reviews", "russia",
  "science", "search", "section", "security", "service", "services", "share", "shop", "south",
  "special", "sport", "sports", "staff", "standard", "star", "stocks", "stories", "story",
  "subscribe", "support", "team", "tech", "technology", "the", "this", "times", "today", "top",
  "topics", "trade", "travel", "trending", "tribune", "ukraine", "us", "uk", "updated", "video",
  "videos", "views", "wall", "war", "washington", "watch", "weather", "weekly", "what", "when",
  "where", "who", "why", "wire", "with", "world", "year", "your", "street",
};

static gboolean
is_no_name (const char *word,
            gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_names); i++)
    {
      if (strlen (no_names[i]) == length && g_ascii_strncasecmp (no_names[i], word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_particle (const char *word,
             gsize       length)
{
  static const char *const particles[] = {
    "de", "da", "di", "del", "der", "den", "van", "von", "la", "le", "du", "dos", "al", "bin",
    "el", "ter", "af", "zu", "ibn", "das", "della",
  };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      if (strlen (particles[i]) == length && strncmp (particles[i], word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
end_of_name_word (const char *at,
                  const char *end)
{
  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) && c != '\'' && c != 0x2019 && c != '-' && c != '.' &&
          c != 0x2010 && !g_unichar_ismark (c))
        break;
      at = g_utf8_next_char (at);
    }

  return at;
}

static const char *
skip_spaces (const char *at,
             const char *end)
{
  while (at < end && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* The end of the name that begins at @at, or @at if there is none: two to five words, the first
 * and the last capitalised. */
static const char *
read_name (const char *at,
           const char *end)
{
  const char *start = at;
  const char *last = at;
  guint n_words = 0;
  guint n_capitals = 0;

  while (n_words < 5)
    {
      const char *word = skip_spaces (at, end);
      const char *word_end = end_of_name_word (word, end);
      gsize length = word_end - word;

      if (length == 0 || is_no_name (word, length))
        break;
      if (g_unichar_isupper (g_utf8_get_char (word)))
        {
          n_capitals++;
          last = word_end;
        }
      else if (n_capitals == 0 || !is_particle (word, length))
        {
          /* names of scripts without capitals are not told from words */
          break;
        }
      n_words++;
      at = word_end;
      /* "Ann Example." ends there, "J. R. Example" goes on */
      if (length > 3 && word_end[-1] == '.')
        {
          last = word_end - 1;
          break;
        }
    }

  return n_capitals >= 2 ? last : start;
}

gboolean
plx_line_is_name (const char *text,
                  gsize       length)
{
  const char *end = text + length;
  const char *stop;

  if (length < 5 || length > 48)
    return FALSE;

  stop = read_name (text, end);
  return stop > text && skip_spaces (stop, end) == end;
}

static const char *
find_folded (const char *text,
             gsize       length,
             const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length; i++)
    {
      if (g_ascii_strncasecmp (text + i, word, n) == 0 &&
          (i == 0 || !g_ascii_isalpha (text[i - 1])))
        return text + i + n;
    }

  return NULL;
}

static const char *
skip_opener (const char *text,
             gsize       length)
{
  static const char *const openers[] = {
    "written by", "reported by", "reporting by", "editing by", "edited by", "story by",
    "posted by", "published by", "words by", "contributed by", "author:", "authors:", "reporter:",
    "by:", "by", "von", "autor:", "par", "por", "text:", "author", "di", "door",
  };
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (openers) && found == NULL; i++)
    found = find_folded (text, length, openers[i]);

  return found;
}

/* What may stand between two names; NULL if no further name follows. */
static const char *
skip_between_names (const char *at,
                    const char *end)
{
  const char *start = at = skip_spaces (at, end);

  while (at < end && strchr (",;&/|", *at) != NULL)
    at = skip_spaces (at + 1, end);
  if (end - at > 4 && g_ascii_strncasecmp (at, "and ", 4) == 0)
    at += 4;
  else if (end - at > 4 && g_ascii_strncasecmp (at, "und ", 4) == 0)
    at += 4;
  else if (end - at > 3 && (g_ascii_strncasecmp (at, "et ", 3) == 0))
    at += 3;
  return at > start ? skip_spaces (at, end) : NULL;
}

static gboolean
is_known_agency (const char *name,
                 gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      if (strlen (agencies[i].text) == length && strncmp (agencies[i].text, name, length) == 0)
        return TRUE;
    }

  return FALSE;
}

char *
plx_line_dup_names (const char *text,
                    gsize       length)
{
  const char *end = text + length;
  const char *at;
  GString *names = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  at = skip_opener (text, length);
  while (at != NULL)
    {
      const char *start = skip_spaces (at, end);
      const char *stop = read_name (start, end);

      if (stop == start)
        break;
      if (!is_known_agency (start, stop - start))
        {
          if (names == NULL)
            names = g_string_new (NULL);
          else
            g_string_append (names, "; ");
          g_string_append_len (names, start, stop - start);
        }
      at = skip_between_names (stop, end);
    }

  return names != NULL ? g_string_free (names, FALSE) : NULL;
}

/* A whole word: "AP" not in "APEC", "dpa" not in "Update". */
static const char *
find_word (const char *text,
           const char *end,
           const char *word)
{
  gsize n = strlen (word);
  const char *at = text;

  while ((at = g_strstr_len (at, end - at, word)) != NULL)
    {
      gboolean has_start =
          at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
      gboolean has_end = at + n == end || !g_unichar_isalnum (g_utf8_get_char (at + n));

      if (has_start && has_end)
        return at;
      at += n;
    }

  return NULL;
}

char *
plx_line_dup_agency (const char *text,
                     gsize       length)
{
  const char *end = text + MIN (length, 400);
  const char *first = NULL;
  const char *name = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  while (end < text + length && end > text && ((guint8) *end & 0xC0) == 0x80)
    end--;
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      const char *at = find_word (text, end, agencies[i].text);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          name = agencies[i].name;
        }
    }

  return g_strdup (name);
}

char *
plx_line_dup_dateline_agency (const char *text,
                              gsize       length)
{
  const char *end = text + MIN (length, 120);
  const char *open;
  const char *close;
  const char *after;

  g_return_val_if_fail (text != NULL, NULL);

  while (end < text + length && end > text && ((guint8) *end & 0xC0) == 0x80)
    end--;
  open = g_strstr_len (text, end - text, "(");
  close = open != NULL ? g_strstr_len (open, end - open, ")") : NULL;
  if (close == NULL)
    return NULL;
  after = skip_spaces (close + 1, end);
  if (after < end && *after != '-' && *after != ':' &&
      g_utf8_get_char (after) != 0x2013 && g_utf8_get_char (after) != 0x2014)
    {
      /* only at the very start, as some sites put it: "(Reuters) Shares fell …" */
      if (open != text)
        return NULL;
    }

  return plx_line_dup_agency (open + 1, close - open - 1);
}
