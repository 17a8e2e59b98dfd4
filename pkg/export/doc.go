// Package export gives a registry, and the form of its files, to other tools.
package export
