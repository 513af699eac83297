document.getElementById("interrupted").submit();
