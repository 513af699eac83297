/** The contract as an OpenAPI document: what all operations have in common. */
package com.taskmaster.tasks.openapi;
