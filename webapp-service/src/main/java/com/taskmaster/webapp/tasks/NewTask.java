package com.taskmaster.webapp.tasks;

record NewTask(String title) {}
