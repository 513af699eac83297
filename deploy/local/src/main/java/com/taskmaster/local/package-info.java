/** The whole pair on one machine, without containers: what {@code mvn -Prun} starts and the end-to-end tests use. */
package com.taskmaster.local;
