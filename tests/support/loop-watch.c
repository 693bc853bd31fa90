/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loop-watch.h"

#include <poll.h>

#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static struct
{
  GPollFunc poll;
  int       schedstat; /* -1: the kernel does not tell */
  gint64    since_usec;
  double    delay_ms;
  double    worst_ms;
  double    worst_cpu_ms;
  double    cpu_ms;
  glong     n_waits;
  double    server_ms;  /* waited for the display server since then, */
  glong     n_server_waits; /* and how often */
  int       is_away; /* atomic: turns of the loop, or 0 while it waits */
  int       turn;
  pthread_t thread;
} watch = { .schedstat = -1 };

/* With LOOP_WATCH_TRACE=MILLISECONDS in the environment, where the main thread is after so long is
 * written to standard error. */

static void
on_traced (int signal_number)
{
  void *frames[48];

  backtrace_symbols_fd (frames, backtrace (frames, G_N_ELEMENTS (frames)), STDERR_FILENO);
  (void) !write (STDERR_FILENO, "--\n", 3);
}

static gpointer
trace_thread (gpointer data)
{
  gulong limit_usec = strtoul (data, NULL, 10) * 1000;
  int seen = 0;

  for (;;)
    {
      int now = g_atomic_int_get (&watch.is_away);

      if (now != 0 && now == seen)
        pthread_kill (watch.thread, SIGUSR1);
      seen = now;
      g_usleep (limit_usec);
    }
  return NULL;
}

static void
start_trace (const char *milliseconds)
{
  void *frame;

  backtrace (&frame, 1); /* loads what it needs */
  signal (SIGUSR1, on_traced);
  g_thread_unref (g_thread_new ("trace", trace_thread, (gpointer) milliseconds));
}

static double get_delay_ms (void);
static glong get_n_waits (void);

/* In place of the C library's: this is how Xlib waits for an answer of the display server, some of
 * which GTK asks for every tooltip and every move of a window. How soon that comes is not ours. */
int
poll (struct pollfd *fds,
      nfds_t         n_fds,
      int            timeout)
{
  struct timespec time = { timeout / 1000, timeout % 1000 * 1000000L };
  gboolean counts = g_atomic_int_get (&watch.is_away) != 0 &&
                    pthread_equal (pthread_self (), watch.thread);
  gint64 start = counts ? g_get_monotonic_time () : 0;
  double delay = counts ? get_delay_ms () : 0;
  glong n_waits = counts ? get_n_waits () : 0;
  int result = ppoll (fds, n_fds, timeout < 0 ? NULL : &time, NULL);

  if (counts)
    {
      watch.server_ms += (double) (g_get_monotonic_time () - start) / 1e3 - (get_delay_ms () - delay);
      watch.n_server_waits += get_n_waits () - n_waits;
    }
  return result;
}

/* How long the thread has waited for a processor. */
static double
get_delay_ms (void)
{
  char text[96] = "";
  unsigned long long ran, waited;

  if (watch.schedstat < 0 || pread (watch.schedstat, text, sizeof text - 1, 0) <= 0 ||
      sscanf (text, "%llu %llu", &ran, &waited) != 2)
    return 0;
  return (double) waited / 1e6;
}

/* How often it has waited of its own accord: for a lock, a file, another thread. */
static glong
get_n_waits (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_THREAD, &usage) == 0 ? usage.ru_nvcsw : 0;
}

/* How long the loop has been away. Who never waited has only computed: then the processor's own
 * account holds, which knows of no other programs and of no limit that a container has. */
static double
get_away_ms (void)
{
  double away = (double) (g_get_monotonic_time () - watch.since_usec) / 1e3;

  if (get_n_waits () - watch.n_waits <= watch.n_server_waits)
    return loop_watch_get_cpu_ms () - watch.cpu_ms;
  return away - (get_delay_ms () - watch.delay_ms) - watch.server_ms;
}

static int
poll_watched (GPollFD *fds,
              guint    n_fds,
              int      timeout)
{
  int result;

  if (watch.since_usec != 0)
    {
      watch.worst_ms = MAX (watch.worst_ms, get_away_ms ());
      watch.worst_cpu_ms = MAX (watch.worst_cpu_ms, loop_watch_get_cpu_ms () - watch.cpu_ms);
    }
  g_atomic_int_set (&watch.is_away, 0);
  result = watch.poll (fds, n_fds, timeout);
  g_atomic_int_set (&watch.is_away, ++watch.turn);
  watch.since_usec = g_get_monotonic_time ();
  watch.delay_ms = get_delay_ms ();
  watch.cpu_ms = loop_watch_get_cpu_ms ();
  watch.n_waits = get_n_waits ();
  watch.server_ms = 0;
  watch.n_server_waits = 0;
  return result;
}

void
loop_watch_start (void)
{
  watch.thread = pthread_self ();
  watch.schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_watched);
  if (g_getenv ("LOOP_WATCH_TRACE") != NULL)
    start_trace (g_getenv ("LOOP_WATCH_TRACE"));
}

double
loop_watch_take (void)
{
  double worst = watch.worst_ms;

  watch.worst_ms = 0;
  return worst;
}

double
loop_watch_take_cpu (void)
{
  double worst = watch.worst_cpu_ms;

  watch.worst_cpu_ms = 0;
  return worst;
}

double
loop_watch_get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}
