#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#define ROOM 64
#define MOST_JOBS 16

struct job {
    char name[ROOM];
    int priority;
    struct job *next;
};

static const char *admin_password = "tr0ub4dor-and-3"; // BAD CWE-798

static void name_job(struct job *job, const char *name) {
    strncpy(job->name, name, sizeof(job->name) - 1);
    job->name[sizeof(job->name) - 1] = '\0';
}

static void name_job_badly(struct job *job, const char *name) {
    strncpy(job->name, name, 2 * ROOM); // BAD CWE-787
    job->name[ROOM] = '\0'; // BAD CWE-787
}

static void label(const char *name) {
    char line[32];
    if (strlen(name) >= sizeof(line)) {
        return;
    }
    strcpy(line, name);
    puts(line);
}

static void label_badly(const char *first, const char *last) {
    char line[32];
    sprintf(line, "%s %s", first, last); // BAD CWE-120
    puts(line);
}

static void read_command(char *into) {
    char line[128];
    if (fgets(line, sizeof line, stdin) != NULL) {
        memcpy(into, line, sizeof line);
    }
}

static void read_command_badly(char *into) {
    char line[128];
    if (fgets(line, 256, stdin) != NULL) { // BAD CWE-787
        memcpy(into, line, 256); // BAD CWE-125
    }
}

static int priorities(void) {
    int table[MOST_JOBS];
    for (int i = 0; i < MOST_JOBS; i++) {
        table[i] = i;
    }
    return table[MOST_JOBS - 1];
}

static int priorities_badly(void) {
    int table[MOST_JOBS];
    for (int i = 0; i <= MOST_JOBS; i++) {
        table[i] = i; // BAD CWE-787
    }
    return table[0];
}

static int chosen(int client) {
    int table[MOST_JOBS] = {0};
    int place;
    recv(client, &place, sizeof place, 0);
    if (place < 0 || place >= MOST_JOBS) {
        return -1;
    }
    return table[place];
}

static int chosen_badly(int client) {
    int table[MOST_JOBS] = {0};
    int place;
    recv(client, &place, sizeof place, 0);
    return table[place]; // BAD CWE-129
}

static char *copy(const char *text) {
    char *made = malloc(strlen(text) + 1);
    if (made == NULL) {
        return NULL;
    }
    strcpy(made, text);
    return made;
}

static char *copy_badly(const char *text) {
    char *made = malloc(strlen(text)); // BAD CWE-131
    if (made == NULL) {
        return NULL;
    }
    memcpy(made, text, strlen(text));
    made[strlen(text)] = '\0';
    return made;
}

static void drop_all(struct job *first) {
    while (first != NULL) {
        struct job *next = first->next;
        free(first);
        first = next;
    }
}

static int drop_badly(struct job *job) {
    free(job);
    return job->priority; // BAD CWE-416
}

static void close_job(char *text, int broken) {
    if (broken) {
        free(text);
        text = NULL;
    }
    free(text);
}

static void close_job_badly(char *text, int broken) {
    if (broken) {
        free(text);
    }
    free(text); // BAD CWE-415
}

static int answer(int client) {
    char request[512];
    ssize_t length = recv(client, request, sizeof(request) - 1, 0);
    if (length <= 0) {
        return -1;
    }
    request[length] = '\0';
    printf("%s", request);
    printf(request); // BAD CWE-134
    return system(request); // BAD CWE-78
}
