// Gives the ports that carry signals a place for their meta-objects.
#include "net/api/feed.h"
#include "net/api/outbox.h"
