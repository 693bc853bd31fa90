/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-dates.h"
#include "plx-lines.h"

#include <string.h>

/* All tables are folded as plx_line_fold() does. */

/* A whole line that is a page's own word and never an article's. */
static const char *const control_lines[] = {
  "top of page", "bottom of page", "back to top", "skip to content", "skip to main content",
  "skip to navigation", "menu", "main menu", "search", "type to search", "search for:",
  "subscribe", "subscribe now", "sign in", "sign up", "log in", "login", "register", "my account",
  "share", "share this", "share this article", "share this story", "share this post",
  "share on facebook", "share on twitter", "tweet", "print", "print this article", "email",
  "e-mail", "facebook", "twitter", "whatsapp", "linkedin", "reddit", "telegram", "instagram",
  "youtube", "pinterest", "copy link", "copy url", "advertisement", "advertising", "ad",
  "sponsored", "sponsored content", "promoted", "logo", "comments", "leave a comment",
  "post a comment", "view comments", "show comments", "add a comment", "leave a reply",
  "no comments", "read more", "load more", "show more", "see more", "view all", "see all", "more",
  "next", "previous", "next article", "previous article", "close", "home", "navigation",
  "toggle navigation", "open menu", "close menu", "accept", "accept all", "accept cookies",
  "cookie settings", "manage cookies", "privacy settings", "save", "saved", "save article",
  "bookmark", "listen", "listen to this article", "play", "pause", "follow", "follow us",
  "contact us", "about us", "terms of use", "privacy policy", "story continues",
  "story continues below", "story continues below advertisement", "article continues below",
  "continue reading", "continue reading below", "loading", "loading...", "fbpx", "gallery",
  "view gallery", "open image in gallery", "tags", "topics", "edition", "donate", "support us",
  "shop", "e-paper", "epaper", "newsletter", "newsletters", "anzeige", "werbung", "teilen",
  "drucken", "kommentare", "nach oben", "startseite", "suche", "impressum", "datenschutz",
  "publicité", "partager", "imprimer", "commentaires", "publicidad", "compartir", "imprimir",
  "comentarios", "pubblicità", "condividi", "click here", "click to share",
  "follow us on google news", "get the app", "download the app", "turn on notifications",
  "view this post on instagram", "image", "image caption", "media caption", "end of list",
  "list of 4 items", "recommended stories", "hide caption", "toggle caption",
  "enlarge this image", "view full image", "full image",
};

/* What opens a pointer to other articles: alone, or with a colon, dash or bar and more after it. */
static const char *const related_openers[] = {
  "also see", "see also", "also read", "read also", "read more", "read next", "read", "related",
  "related articles", "related article", "related stories", "related story", "related news",
  "related posts", "related content", "related coverage", "related tags", "related topics",
  "related links", "related items", "more on this story", "more on this", "more on this topic",
  "more stories", "more news", "more headlines", "more from", "recommended",
  "recommended for you", "recommended reading", "recommended stories", "you may also like",
  "you might also like", "you may like", "you might be interested in", "most read",
  "most popular", "most viewed", "most shared", "most commented", "trending", "trending now",
  "trending stories", "top stories", "top news", "latest news", "latest stories", "latest",
  "don't miss", "editor's picks", "editors' picks", "editor's pick", "what to read next",
  "up next", "watch", "watch more", "watch now", "listen", "further reading",
  "in case you missed it", "icymi", "popular stories", "popular posts", "popular now",
  "in other news", "other stories", "suggested reading", "learn more", "explore more",
  "keep reading", "next story", "must read", "must reads", "from our partners", "from the web",
  "around the web", "sponsored stories", "paid content", "mehr zum thema", "lesen sie auch",
  "lesen sie mehr", "auch interessant", "das könnte sie auch interessieren", "mehr dazu",
  "zum thema", "weitere artikel", "weiterlesen", "meistgelesen", "à lire aussi", "lire aussi",
  "sur le même sujet", "articles liés", "à lire", "lea también", "le puede interesar",
  "te puede interesar", "noticias relacionadas", "más noticias", "leggi anche",
  "articoli correlati", "potrebbe interessarti", "leia também", "lees ook", "czytaj także",
  "zobacz także", "also on", "dig deeper", "go deeper", "background reading",
};

static const char *const credit_openers[] = {
  "photo:", "photos:", "photo by", "photos by", "photo credit", "photo courtesy", "photo source",
  "credit:", "credits:", "credit/", "image:", "images:", "image by", "image credit",
  "image source", "image courtesy", "image via", "photograph:", "photograph by", "photographs by",
  "photographer:", "photography by", "picture:", "pictures:", "picture by", "picture credit",
  "file photo", "file image", "file pic", "graphic:", "graphic by", "illustration:",
  "illustration by", "video:", "video by", "cover image", "featured image", "foto:", "fotos:",
  "bild:", "bilder:", "grafik:", "quelle:", "crédit", "photo d'", "crédits", "imagen:",
  "fotografía:", "immagine:", "© getty", "©getty", "getty images", "(photo", "(image", "[photo",
  "[image", "(foto", "(file photo", "courtesy of", "courtesy:", "handout via", "reuters/",
  "ap photo/", "afp/", "source: getty", "source: shutterstock",
};

/* Anywhere in a line that is otherwise a description of a picture. */
static const char *const caption_words[] = {
  "this image shows", "this photo shows", "this picture shows", "this image released",
  "this photo released", "file photo", "file image", "pictured", "is seen in", "are seen in",
  "in this photo", "in this image", "in this picture", "in this file", "photo shows",
  "picture shows", "image shows", "photo taken", "picture taken", "(photo by", "(photo:",
  "(image:", "photograph:", "getty images", "ap photo", "afp photo", "/afp", "/reuters", "/getty",
  "/shutterstock", "/bloomberg", "via getty", "via ap", "via reuters", "reuters/", "handout photo",
  "screenshot", "[photo", "(photo/", "(xinhua/", "(file pic", "photo credit", "photo:", "/istock",
  "/alamy", "picture alliance", "photo courtesy",
};

static const char *const caption_ends[] = {
  "(reuters)", "(ap)", "(afp)", "(xinhua)", "(bloomberg)", "(getty images)", "(getty)", "(file)",
  "(shutterstock)", "(ap photo)", "(supplied)", "(handout)", "(courtesy)", "(dpa)", "(epa)",
  "(file photo)", "(istock)", "(pti)", "(ani)",
};

static const char *const byline_openers[] = {
  "by ", "by: ", "written by ", "reported by ", "story by ", "author: ", "authors: ", "author ",
  "reporter: ", "words by ", "posted by ", "published by ", "von ", "text: ", "autor: ", "par ",
  "por ", "di ", "door ", "from our correspondent", "staff reporter", "contributed by ",
};

static const char *const agency_phrases[] = {
  "additional reporting", "additional editing", "reporting by ", "(reporting by", "editing by ",
  "edited by ", "with reporting by", "with reports from", "with files from", "with inputs from",
  "with input from", "with agencies", "with agency", "agencies contributed",
  "contributed to this report", "contributed to this story", "contributed to this article",
  "contributed reporting", "compiled by ", "writing by ", "all agencies",
};

static const char *const legal_phrases[] = {
  "all rights reserved", "alle rechte vorbehalten", "tous droits réservés",
  "todos los derechos reservados", "copyright ", "(c) 19", "(c) 20", "may not be reproduced",
  "may not be published, broadcast", "terms of service", "terms and conditions", "terms of use",
  "privacy policy", "privacy notice", "cookie policy", "republished with permission",
  "reprinted with permission", "subject to moderation", "our standards:", "thomson reuters trust",
  "this site is protected by", "views expressed in this article",
  "views and opinions expressed", "opinions expressed are", "views expressed are",
  "does not constitute financial", "does not constitute investment", "not investment advice",
  "not financial advice", "creative commons license", "under a creative commons",
};

/* A site that speaks of itself and to its readers. One may occur in any text; with two different
 * ones, or one of the strong, a paragraph of the site's own voice is boilerplate. */
static const char *const promotion_phrases[] = {
  "our readers", "our reviews", "our review team", "our product reviews", "our news stories",
  "our news articles", "our articles", "our team of", "by our team", "our newsletter",
  "our newsletters", "our website", "our site", "our app", "our journalism", "our journalists",
  "our coverage", "our reporting", "our mission", "our editorial", "our writers", "our experts",
  "our stories", "our content", "our channel", "our community of readers", "our partners",
  "email us", "e-mail us", "contact us", "write to us", "let us know", "follow us", "join us on",
  "support us", "subscribe to", "sign up for", "sign up to", "fact-checked", "in your inbox",
  "to your inbox", "straight to your", "free trial", "click here", "download our",
  "download the app", "become a member", "become a subscriber", "make a donation", "your support",
  "affiliate", "we may earn", "earn a commission", "news tips", "send us", "share your",
  "your feedback", "your input", "errors in our", "spotted an error", "found an error",
  "report an error", "see an error", "trusted source", "trustworthy sources",
  "trustworthy recommendations", "unique insights", "for our readers", "aid our readers",
  "help of ai", "generated by ai", "ai-generated", "more information visit", "for more news",
  "stay up to date", "stay informed", "stay ahead", "stay tuned", "like us on", "on facebook and",
  "on twitter and", "telegram channel", "whatsapp channel", "youtube channel", "google news",
  "breaking news alerts", "push notifications",
};

static const char *const strong_promotions[] = {
  "subscribe to our", "sign up for our", "sign up to our", "our free newsletter",
  "our daily newsletter", "our weekly newsletter", "delivered to your inbox",
  "straight to your inbox", "in your inbox", "follow us on", "like us on facebook",
  "join our whatsapp", "join our telegram", "join our newsletter", "email us at",
  "get the latest news", "we use cookies", "this site uses cookies", "this website uses cookies",
  "this article was originally published", "this story was originally published",
  "this article originally appeared", "this story originally appeared",
  "this article first appeared", "this story has been updated", "disable your ad blocker",
  "ad blocker", "please enable javascript", "your browser does not support",
  "we may earn a commission", "affiliate commission", "have a tip?", "got a tip?",
  "have a story?", "got a story?", "create a free account", "already a subscriber",
  "already a member", "to continue reading", "newsletter abonnieren", "abonnieren sie",
  "inscrivez-vous à", "abonnez-vous", "suscríbete",
};

static const char *const author_words[] = {
  "journalist", "reporter", "correspondent", "editor", "columnist", "writer", "author", "blogger",
  "freelance", "contributor", "bureau chief", "professor", "analyst", "researcher", "producer",
  "fellow at", "senior fellow", "staff member", "content creator", "copywriter", "editor-in-chief",
  "covers", "writes about", "reports on", "has written for", "has worked",
};

static const char *const author_verbs[] = {
  " is a ", " is an ", " is the ", " is our ", " has been ", " has worked ", " has written ",
  " has covered ", " was a ", " was an ", " covers ", " writes ", " reports ", " joined ",
  " worked ", " holds ", " works ", " currently ", " specialises ", " specializes ", " has over ",
  " has more ", ", a ", ", an ", " brings ", " graduated ", " leads ", " studied ",
};

static gboolean
contains_any (const char        *folded,
              const char *const *phrases,
              guint              n_phrases)
{
  for (guint i = 0; i < n_phrases; i++)
    {
      if (strstr (folded, phrases[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
starts_with_any (const char        *folded,
                 const char *const *phrases,
                 guint              n_phrases)
{
  for (guint i = 0; i < n_phrases; i++)
    {
      if (g_str_has_prefix (folded, phrases[i]))
        return TRUE;
    }

  return FALSE;
}

/* The longest a label of a menu and a button are. */
#define MAX_LABEL_LETTERS 20
#define MAX_BUTTON_WORDS 12

#define CONTAINS_ANY(folded, table)    contains_any (folded, table, G_N_ELEMENTS (table))
#define STARTS_WITH_ANY(folded, table) starts_with_any (folded, table, G_N_ELEMENTS (table))

/* Buttons of a blog that name the service behind them: "click to share on …", "share this: …" */
static const char *const control_openers[] = {
  "share this", "click to share on ", "click to email ", "click to print", "like loading",
  "share on ", "share via ", "like this:", "tweet this", "pin this", "print this", "email this",
};

/* "Home | Archive | Log out": a menu set as a line, no part longer than a label */
static gboolean
is_menu_bar (const char *folded)
{
  g_auto (GStrv) parts = NULL;

  if (strstr (folded, " | ") == NULL)
    return FALSE;
  parts = g_strsplit (folded, " | ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_utf8_strlen (parts[i], -1) > MAX_LABEL_LETTERS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_control (const char *folded,
            guint       n_words)
{
  if (n_words <= MAX_BUTTON_WORDS && starts_with_any (folded, control_openers,
                                                      G_N_ELEMENTS (control_openers)))
    return TRUE;
  if (is_menu_bar (folded))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (control_lines); i++)
    {
      if (strcmp (folded, control_lines[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "ALSO SEE:", "Read more: Dutch eye …", "RELATED | …"; but not "Related firms fell." */
static gboolean
is_related (const char *folded,
            guint       n_words)
{
  if (n_words > 30)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (related_openers); i++)
    {
      const char *rest;

      if (!g_str_has_prefix (folded, related_openers[i]))
        continue;
      rest = folded + strlen (related_openers[i]);
      if (*rest == ':' || *rest == '|' || *rest == '>' || g_str_has_prefix (rest, " :") ||
          g_str_has_prefix (rest, " |") || g_str_has_prefix (rest, " >") ||
          g_str_has_prefix (rest, " - "))
        return TRUE;
      /* alone it must be more than one of the words that a heading may consist of */
      if (*rest == '\0' && strcmp (folded, "read") != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
ends_with_credit (const char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && (folded[length - 1] == '.' || folded[length - 1] == ' '))
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (caption_ends); i++)
    {
      gsize n = strlen (caption_ends[i]);

      if (length >= n && memcmp (folded + length - n, caption_ends[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_caption (const char *folded,
            guint       n_words)
{
  if (n_words > 70 || !CONTAINS_ANY (folded, caption_words))
    return FALSE;
  /* "(Reuters)" alone also closes wire copy: it takes a word on the picture, or both */
  return n_words <= 45 || ends_with_credit (folded);
}

static gboolean
is_byline (const char *text,
           gsize       length,
           const char *folded,
           guint       n_words)
{
  g_autofree char *names = NULL;

  if (n_words > 14 || !STARTS_WITH_ANY (folded, byline_openers))
    return FALSE;

  names = plx_line_dup_names (text, length);
  return names != NULL;
}

/* "Published: …", "New Delhi, Staff | Updated: 19 November 2019": a date with such a word, and no
 * sentence around it; or "Updated at 1:23 p.m." */
static gboolean
is_date_line (const char *text,
              gsize       length,
              const char *folded,
              guint       n_words)
{
  static const char *const date_words[] = {
    "published", "updated", "posted", "modified", "publicado", "publié", "veröffentlicht",
    "aktualisiert", "pubblicato", "opublikowano",
  };
  g_autofree char *date = NULL;

  if (n_words > 16)
    return FALSE;
  if (plx_date_is_line (text, length))
    return TRUE;
  if (n_words <= 6 && g_str_has_prefix (folded, "updated at "))
    return TRUE;
  if (!CONTAINS_ANY (folded, date_words) || folded[strlen (folded) - 1] == '.')
    return FALSE;

  date = plx_date_find (text, length, PLX_DATE_DAY_FIRST);
  return date != NULL;
}

static gboolean
is_agency_credit (const char *text,
                  gsize       length,
                  const char *folded,
                  guint       n_words)
{
  g_autofree char *agency = NULL;

  if (n_words > 40)
    return FALSE;
  if (CONTAINS_ANY (folded, agency_phrases) && (n_words <= 16 || folded[0] == '('))
    return TRUE;
  if (n_words <= 6 &&
      (g_str_has_prefix (folded, "source: ") || g_str_has_prefix (folded, "sources: ")))
    return TRUE;
  /* the agency's name alone, dressed with bullets, dashes, "Source:", "with" */
  if (n_words > 4 || (n_words > 2 && !g_str_has_prefix (folded, "source:") &&
                      !g_str_has_prefix (folded, "by ") && !g_str_has_prefix (folded, "via ") &&
                      !g_str_has_prefix (folded, "with ")))
    return FALSE;
  agency = plx_line_dup_agency (text, length);
  return agency != NULL;
}

static guint
count_promotions (const char *folded)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (promotion_phrases); i++)
    n += strstr (folded, promotion_phrases[i]) != NULL;
  return n;
}

static gboolean
is_promotion (const char *folded,
              guint       n_words)
{
  guint n;

  /* a quotation lets others speak of "our readers" */
  if (folded[0] == '"')
    return FALSE;
  if (CONTAINS_ANY (folded, strong_promotions) && n_words <= 80)
    return TRUE;
  n = count_promotions (folded);
  return n >= 2 && n * 60 >= n_words;
}

/* "Ann Example is a journalist …": a name, such a verb, such a trade within the first sentence */
static gboolean
is_author_note (const char *text,
                gsize       length,
                const char *folded,
                guint       n_words)
{
  const char *verb = NULL;
  const char *stop;
  g_autofree char *sentence = NULL;

  if (n_words < 6 || n_words > 160)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (author_verbs); i++)
    {
      const char *at = strstr (folded, author_verbs[i]);

      if (at != NULL && at - folded < 40 && (verb == NULL || at < verb))
        verb = at;
    }
  if (verb == NULL || !plx_line_is_name (text, verb - folded))
    return FALSE;

  stop = strstr (verb, ". ");
  sentence = stop != NULL ? g_strndup (verb, stop - verb) : g_strdup (verb);
  return CONTAINS_ANY (sentence, author_words);
}

PlxCues
plx_line_cues (const char *text,
               gsize       length,
               const char *folded,
               guint       n_words)
{
  PlxCues cues = PLX_CUE_NONE;
  const char *plain = folded;

  g_return_val_if_fail (text != NULL && folded != NULL, PLX_CUE_NONE);

  /* bullets and brackets before the words are dress */
  while (*plain != '\0' && strchr ("-*>|#[ ", *plain) != NULL)
    plain++;
  if (g_str_has_prefix (plain, "\xE2\x80\xA2 "))
    plain += 4;

  if (is_control (plain, n_words))
    cues |= PLX_CUE_CONTROL;
  if (is_related (plain, n_words))
    cues |= PLX_CUE_RELATED;
  if (n_words <= 25 && STARTS_WITH_ANY (plain, credit_openers))
    cues |= PLX_CUE_CREDIT;
  if (is_caption (plain, n_words))
    cues |= PLX_CUE_CAPTION;
  if (is_date_line (text, length, plain, n_words))
    cues |= PLX_CUE_DATE;
  if (is_byline (text, length, plain, n_words))
    cues |= PLX_CUE_BYLINE;
  if (is_agency_credit (text, length, plain, n_words))
    cues |= PLX_CUE_AGENCY;
  if (n_words <= 120 &&
      (CONTAINS_ANY (plain, legal_phrases) || g_str_has_prefix (plain, "\xC2\xA9")))
    cues |= PLX_CUE_LEGAL;
  if (n_words <= 250 && is_promotion (plain, n_words))
    cues |= PLX_CUE_PROMOTION;
  if (is_author_note (text, length, plain, n_words))
    cues |= PLX_CUE_AUTHOR;

  return cues;
}

gboolean
plx_line_is_about (const char *folded,
                   const char *person)
{
  const char *rest;

  g_return_val_if_fail (folded != NULL && person != NULL, FALSE);

  if (!g_str_has_prefix (folded, person))
    return FALSE;
  rest = folded + strlen (person);
  return *rest == '\0' || STARTS_WITH_ANY (rest, author_verbs);
}
