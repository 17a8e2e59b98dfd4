package main

import (
	"os"
	"syscall"
)

// peak is the largest resident memory of a process that has ended.
func peak(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss * 1024
	}
	return 0
}
