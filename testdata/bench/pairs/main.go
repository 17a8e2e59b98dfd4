// Command pairs runs two commands in turn, A B A B …, and prints the median
// time, processor time and largest memory of each, and the medians of the
// ratios of time and of processor time. A ratio is of one pair, so that a machine that is busy for a while
// slows down both of its halves.
//
//	pairs [-runs 5] [-max 1.25] [-empty DIR] -- A [ARG…] -- B [ARG…]
//
// One run of each goes before, unmeasured, so that both find the files in
// memory. With -max the exit code is 1 where A takes more than that many times
// as long as B. What a command writes is dropped; a command that fails ends
// the measurement with exit code 3.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

func main() {
	runs := flag.Int("runs", 5, "measured `runs` of each command")
	limit := flag.Float64("max", 0, "largest `ratio` of A to B; 0 for none")
	empty := flag.String("empty", "", "`folder` to remove before each run, such as a cache")
	flag.Parse()
	args := flag.Args() // the first -- ends the flags and is not among them
	split := slices.Index(args, "--")
	if split < 1 || split == len(args)-1 || *runs < 1 {
		fmt.Fprintln(os.Stderr, "usage: pairs [-runs N] [-max RATIO] [-empty DIR] -- A [ARG…] -- B [ARG…]")
		os.Exit(2)
	}
	commands := [2][]string{args[:split], args[split+1:]}
	var times, cpu [2][]time.Duration
	var memory [2]int64
	for i := range *runs + 1 {
		for which, command := range commands {
			if *empty != "" {
				if err := os.RemoveAll(*empty); err != nil {
					fail(err)
				}
			}
			took, state, err := measure(command)
			if err != nil {
				fail(fmt.Errorf("%s: %w", strings.Join(command, " "), err))
			}
			memory[which] = max(memory[which], peak(state))
			if i > 0 {
				times[which] = append(times[which], took)
				cpu[which] = append(cpu[which], state.UserTime()+state.SystemTime())
			}
		}
	}
	for which, command := range commands {
		fmt.Printf("%c  median %.0f ms (%s), processors %.0f ms%s: %s\n",
			'A'+which, ms(median(times[which])), list(times[which]), ms(median(cpu[which])), mib(memory[which]), strings.Join(command, " "))
	}
	ratios := quotients(times)
	ratio := median(ratios)
	fmt.Printf("A/B median %.2f (%.2f), processors %.2f\n", ratio, ratios, median(quotients(cpu)))
	if *limit > 0 && ratio > *limit {
		fmt.Printf("more than %.2f\n", *limit)
		os.Exit(1)
	}
}

// quotients divides each measurement of A by the one of B in the same pair.
func quotients(of [2][]time.Duration) (out []float64) {
	for i := range of[0] {
		out = append(out, float64(of[0][i])/float64(of[1][i]))
	}
	return out
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "pairs:", err)
	os.Exit(3)
}

// measure runs a command and gives its wall time and what the system tells of
// it afterwards.
func measure(command []string) (time.Duration, *os.ProcessState, error) {
	var said bytes.Buffer
	c := exec.Command(command[0], command[1:]...)
	c.Stderr = &said
	start := time.Now()
	err := c.Run()
	took := time.Since(start)
	if err != nil {
		return 0, nil, fmt.Errorf("%w\n%s", err, said.Bytes())
	}
	return took, c.ProcessState, nil
}

func median[N float64 | time.Duration](values []N) N {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func list(d []time.Duration) string {
	var out []string
	for _, t := range d {
		out = append(out, fmt.Sprintf("%.0f", ms(t)))
	}
	return strings.Join(out, " ")
}

func mib(bytes int64) string {
	if bytes == 0 {
		return ""
	}
	return fmt.Sprintf(", %d MiB", bytes>>20)
}
