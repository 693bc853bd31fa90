/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/import/plx-dates.h"

#include <string.h>

typedef struct
{
  const char  *text;
  PlxDateOrder order;
  const char  *date; /* NULL: none */
} DateCase;

static const DateCase cases[] = {
  { "2023-11-03", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "2023-11-03T13:19:00Z", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00Z" },
  { "2023-11-03T13:19:00+08:00", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00+08:00" },
  { "2023-11-03T13:19:00.123-0500", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00-05:00" },
  { "2023-11-03 13:19", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00" },
  { "20231103T131900Z", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "Published: Nov 03, 2023 01:19 PM", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00" },
  { "12:05 a.m. is no date; 3 Nov. 2023, 12:05 a.m. is", PLX_DATE_ORDER_UNKNOWN,
    "2023-11-03T00:05:00" },
  { "November 3rd, 2023", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "Friday, 3 November 2023 at 9:05 pm GMT", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T21:05:00Z" },
  { "Fri Nov 03 13:19:00 UTC 2023", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "3. November 2023, 13:19 Uhr", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00" },
  { "Stand: 03.11.2023 13:19", PLX_DATE_ORDER_UNKNOWN, "2023-11-03T13:19:00" },
  { "03.11.23", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "1 de mayo de 2023", PLX_DATE_ORDER_UNKNOWN, "2023-05-01" },
  { "le 14 août 2023 à 08:00", PLX_DATE_ORDER_UNKNOWN, "2023-08-14T08:00:00" },
  { "1er février 2023", PLX_DATE_ORDER_UNKNOWN, "2023-02-01" },
  { "5 września 2023", PLX_DATE_ORDER_UNKNOWN, "2023-09-05" },
  { "2023年11月3日", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "11/03/2023", PLX_DATE_MONTH_FIRST, "2023-11-03" },
  { "11/03/2023", PLX_DATE_DAY_FIRST, "2023-03-11" },
  { "11/03/2023", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "25/03/2023", PLX_DATE_ORDER_UNKNOWN, "2023-03-25" },
  { "03/25/2023", PLX_DATE_ORDER_UNKNOWN, "2023-03-25" },
  { "November 2023", PLX_DATE_ORDER_UNKNOWN, "2023-11" },
  { "In November 2023 and on 3 November 2023", PLX_DATE_ORDER_UNKNOWN, "2023-11-03" },
  { "Updated: Jan 8", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "Wednesday (November 1)", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "31 February 2023", PLX_DATE_ORDER_UNKNOWN, "2023-02" },
  { "2023-13-45", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "version 1.2.3 of 10.20.30.40", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "99999999999999999999-11-03", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "May we ask?", PLX_DATE_ORDER_UNKNOWN, NULL },
  { "", PLX_DATE_ORDER_UNKNOWN, NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = plx_date_find (cases[i].text, strlen (cases[i].text), cases[i].order);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_find_in_url (void)
{
  static const char *const urls[][2] = {
    { "https://a.example/2023/11/03/title", "2023-11-03" },
    { "https://a.example/news/2023-11-03-title", "2023-11-03" },
    { "https://a.example/20231103/title", "2023-11-03" },
    { "https://a.example/20231103", NULL },
    { "https://a.example/2023/11/title", NULL },
    { "https://a.example/1023/99/99/", NULL },
    { "https://a.example/story-12345678", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *date = plx_date_find_in_url (urls[i][0]);

      g_assert_cmpstr (date, ==, urls[i][1]);
    }
}

static void
test_is_line (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_line;
  } lines[] = {
    { "Published: Nov 03, 2023 01:19 PM", TRUE }, { "Updated: Jan 8", TRUE },
    { "3 November 2023", TRUE },                  { "03.11.2023, 13:19 Uhr", TRUE },
    { "Nov 3 2023 · 4 min read", TRUE },          { "Nov 3, 2023: Port reopens", FALSE },
    { "May 1", TRUE },                            { "May", FALSE },
    { "2023", FALSE },                            { "The port reopened on 3 November 2023.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i].text);
      g_assert_cmpint (plx_date_is_line (lines[i].text, strlen (lines[i].text)), ==,
                       lines[i].is_line);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/find", test_find);
  g_test_add_func ("/dates/find-in-url", test_find_in_url);
  g_test_add_func ("/dates/is-line", test_is_line);
  return g_test_run ();
}
