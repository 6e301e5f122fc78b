#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    char *name;
};

struct list {
    struct node *first;
    size_t count;
};

static char *copy_of(const char *text) {
    size_t room = strlen(text) + 1;
    char *copy = malloc(room);
    if (copy != NULL) {
        memcpy(copy, text, room);
    }
    return copy;
}

struct list *list_new(void) {
    return calloc(1, sizeof(struct list));
}

bool list_add(struct list *list, const char *name) {
    struct node *node = malloc(sizeof(*node));
    if (node == NULL) {
        return false;
    }
    node->name = copy_of(name);
    if (node->name == NULL) {
        free(node);
        return false;
    }
    node->next = list->first;
    list->first = node;
    list->count++;
    return true;
}

bool list_is_empty(const struct list *list) {
    return list == NULL || list->count == 0;
}

void list_free(struct list *list) {
    if (list == NULL) {
        return;
    }
    struct node *node = list->first;
    while (node != NULL) {
        struct node *next = node->next;
        free(node->name);
        free(node);
        node = next;
    }
    free(list);
}

int list_read(struct list *list, const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return -errno;
    }
    char line[256];
    int result = 0;
    while (fgets(line, sizeof(line), file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0' && !list_add(list, line)) {
            result = -ENOMEM;
            break;
        }
    }
    if (fclose(file) != 0 && result == 0) {
        result = -errno;
    }
    return result;
}

int list_grow(int **values, size_t *room) {
    size_t more = *room == 0 ? 8 : *room * 2;
    int *grown = reallocarray(*values, more, sizeof(int));
    if (grown == NULL) {
        return -ENOMEM;
    }
    *values = grown;
    *room = more;
    return 0;
}

int label(char *target, size_t room, const char *name, unsigned number) {
    int written = snprintf(target, room, "%s-%u", name, number);
    return written < 0 || (size_t)written >= room ? -EMSGSIZE : 0;
}

size_t count_lines(FILE *file) {
    size_t lines = 0;
    int c;
    while ((c = fgetc(file)) != EOF) {
        if (c == '\n') {
            lines++;
        }
    }
    return lines;
}
