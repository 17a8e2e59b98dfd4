package edit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var clock = regexp.MustCompile(`^(?:kl\.? ?)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(?:[.:]00)?$`)

// Clock reads a time of day as people write it, 13.00 or kl. 9, and gives it as a
// registry writes it: 13:00.
func Clock(s string) (hhmm string, ok bool) {
	m := clock.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if m == nil {
		return "", false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	return fmt.Sprintf("%02d:%02d", hour, minute), true
}
